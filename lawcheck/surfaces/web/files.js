// Files as a browser gives them: those of folders too, and with the reason where one cannot be read.

export class Refused extends Error {}

// Every file below an entry that was dropped; of folders only what has one of these endings.
async function below(entry, endings) {
  if (entry.isFile) return [await new Promise((done, fail) => { entry.file(done, fail); })];
  const reader = entry.createReader();
  const found = [];
  for (;;) {  // a folder is given piece by piece
    const some = await new Promise((done, fail) => { reader.readEntries(done, fail); });
    if (!some.length) break;
    for (const each of some.sort((a, b) => a.name.localeCompare(b.name))) {
      const fits = each.isDirectory || endings.some((end) => each.name.toLowerCase().endsWith(end));
      if (fits && !/^[.~]/.test(each.name)) found.push(...await below(each, endings));
    }
  }
  return found;
}

export async function filesOf(transfer, endings) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  return (await Promise.all(entries.map((entry) => below(entry, endings)))).flat();
}

// What is in a file, with its name; throws where it has gone since it was chosen.
export async function named(file, words) {
  try {
    return { data: await file.arrayBuffer(), name: file.name };
  } catch {
    throw new Refused(words.gone.replace("{name}", file.name));
  }
}

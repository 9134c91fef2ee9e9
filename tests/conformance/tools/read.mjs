// Prints the text that a PDF reader gets out of a file: node read.mjs pdfjs|pdfium FILE
// Runs in the folder that has node_modules.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [reader, file] = process.argv.slice(2);
const data = new Uint8Array(fs.readFileSync(file));
const installed = createRequire(process.cwd() + '/');
const load = (name) => import(pathToFileURL(installed.resolve(name)));
const print = (text) => process.stdout.write(text + '\n');

async function pdfjs() {
  console.log = console.warn = () => {}; // it says that it could not draw here, which nobody asks of it
  const { getDocument } = await load('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data, verbosity: 0 }).promise;
  for (let number = 1; number <= document.numPages; ++number) {
    const content = await (await document.getPage(number)).getTextContent();
    print(content.items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join(''));
  }
}

async function pdfium() {
  const { PDFiumLibrary } = await load('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(data);
  // U+FFFE is its word for a hyphen that a line's end put into a word.
  for (const page of document.pages()) print(page.getText().replace(/\uFFFE\s*/g, ''));
  document.destroy();
  library.destroy();
}

await { pdfjs, pdfium }[reader]();

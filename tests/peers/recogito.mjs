// Reads {text, annotations} from standard input, anchors each annotation with Recogito's text
// annotator in a jsdom page, and prints [{found, exact, again}]: the words found, the words
// meant, and the annotation as Recogito writes it back.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';

const require = createRequire(`${process.argv[2]}/x.js`);
const { JSDOM } = require('jsdom');
const { text, annotations } = JSON.parse(readFileSync(0, 'utf8'));

const { window } = new JSDOM('<body><div id="page"></div></body>');
globalThis.window = window;
globalThis.document = window.document;
for (const name of ['Node', 'NodeFilter', 'Range', 'HTMLElement', 'Element', 'Document', 'Event']) {
  globalThis[name] ??= window[name];
}
const page = window.document.getElementById('page');
page.textContent = text;

const module = `${process.argv[2]}/@recogito/text-annotator/dist/text-annotator.es.js`;
const { parseW3CTextAnnotation, reviveAnnotation, W3CTextFormat } = await import(pathToFileURL(module));
const format = W3CTextFormat('https://example.org/page', page);

const results = annotations.map((annotation) => {
  const { parsed, error } = parseW3CTextAnnotation(annotation);
  if (error) return { error: String(error) };
  const revived = reviveAnnotation(parsed, page);
  const selector = [annotation.target.selector].flat().find((s) => s.type === 'TextQuoteSelector');
  return {
    found: revived.target.selector[0].range?.toString(),
    exact: selector.exact,
    again: format.serialize(revived),
  };
});
console.log(JSON.stringify(results));

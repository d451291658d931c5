// node mermaid-parse.js <mermaid.min.js> <diagram>…: prints what Mermaid itself says of each.
const fs = require('fs');
const path = require('path');
const vm = require('vm');

globalThis.window = globalThis;
vm.runInThisContext(fs.readFileSync(process.argv[2], 'utf8'));

(async () => {
  for (const file of process.argv.slice(3)) {
    let answer;
    try {
      answer = (await globalThis.mermaid.parse(fs.readFileSync(file, 'utf8'))).diagramType;
    } catch (e) {
      answer = e.message.replace(/\s+/g, ' ');
    }
    console.log(path.basename(file) + ': ' + answer);
  }
})();

// Prints the tables of the official packages as they are carried in publisher/social/data.
const path = process.argv[2];
const source = (name) => require(`${path}/dist/regexp/${name}.js`).source;
const words = (pattern) => /^\(\?:\(\?:(.*?)\)\(\?=/.exec(pattern)[1].split("|");
const emoji = require(`${path}/../twemoji-parser/dist/lib/regex.js`).default.source;
const domains = ["validGTLD", "validCCTLD"].flatMap((name) => words(source(name)));
console.log(JSON.stringify({ domains, emoji }));

// Counts texts as the official twitter-text does; graphemes as JavaScript's own segmenter does.
// Reads one JSON list of texts, writes one list of [twitter-text, graphemes, known], the last
// being whether this Unicode knows every character.
const twitter = require(process.argv[2]);
const segmenter = new Intl.Segmenter();
let input = "";
process.stdin.on("data", (data) => { input += data; });
process.stdin.on("end", () => {
  const count = (text) => [
    twitter.parseTweet(text).weightedLength,
    [...segmenter.segment(text)].length,
    !/\p{Cn}/u.test(text),
  ];
  console.log(JSON.stringify(JSON.parse(input).map(count)));
});

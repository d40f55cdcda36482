// The search page. Pagefind and its index are fetched when a reader goes to the form, or comes
// with a question in the address; no word of the reader leaves the browser.

const SHOWN = 10; // results at a time: each costs about 1 KB
const PARTS = 3; // places named within one article

const element = (name) => document.getElementById(`page:${name}`);
const form = document.querySelector("form.search");
const [query, found, list, more, model] = ["query", "found", "results", "more", "result"].map(element);
const choices = [...form.querySelectorAll("select")];
const said = form.dataset;
const root = new URL(said.root, location.href);
const written = new Intl.DateTimeFormat(said.language, { dateStyle: "long", timeZone: "UTC" });

// Written without spaces: the index holds each of these characters as a word of its own.
const UNSPACED = "[\u0e01-\u0e30\u3040-\u30ff\u3400-\u9fff]";
const apart = (text) => text.replace(new RegExp(UNSPACED, "g"), " $& ");
const together = (text) => text.replace(new RegExp(` ?(<mark>)?(${UNSPACED})(</mark>)? ?`, "g"), "$1$2$3");

let engine; // a promise of Pagefind, once it is wanted
let turn = 0; // the latest search; what an earlier one finds is shown no more
let left = []; // results that are not shown yet

const open = () => {
  engine ??= (async () => {
    const pagefind = await import(new URL("search/index/pagefind.js", root));
    const [newest, ...older] = said.indexes.split(" ").map((index) => new URL(index, root).href);
    const baseUrl = root.pathname;
    // On the page's own thread: a worker would fetch Pagefind a second time.
    const opened = pagefind.createInstance({ basePath: newest, baseUrl, noWorker: true });
    for (const index of older) await opened.mergeIndex(index, { baseUrl });
    return opened;
  })();
  return engine;
};

// Pagefind marks what it found by <mark>, and writes < and > of the text as &lt; and &gt;.
const marked = (excerpt) =>
  together(excerpt).split(/(<mark>.*?<\/mark>)/).map((part) => {
    const words = part.replace(/<\/?mark>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    if (!part.startsWith("<mark>")) return words;
    const mark = document.createElement("mark");
    mark.textContent = words;
    return mark;
  });

const label = (name, value) =>
  choices.find((choice) => choice.name === name)?.querySelector(`option[value="${CSS.escape(value)}"]`)?.text;

const about = ({ meta, filters }) => {
  const pillars = (filters.pillar ?? []).map((value) => label("pillar", value));
  const day = meta.date && written.format(new Date(meta.date));
  return [...pillars, day, meta.authors && together(meta.authors)].filter(Boolean).join(" · ");
};

const link = (node, url, text) => {
  node.href = url;
  node.textContent = together(text);
  return node;
};

const result = (page) => {
  const entry = model.content.cloneNode(true);
  link(entry.querySelector("a"), page.url, page.meta.title);
  entry.querySelector(".meta").textContent = about(page);
  entry.querySelector(".excerpt").append(...marked(page.excerpt));
  const parts = page.sub_results.filter((part) => part.anchor).slice(0, PARTS);
  entry.querySelector(".parts").append(
    ...parts.map((part) => {
      const place = document.createElement("li");
      place.append(link(document.createElement("a"), part.url, part.title));
      return place;
    }),
  );
  return entry;
};

// The best result at once, the others together: on a slow line each is a wait of its own.
const show = async (mine) => {
  const [best, ...others] = left.slice(0, SHOWN);
  for (const some of [[best], others]) {
    const pages = await Promise.all(some.map((one) => one?.data()));
    if (mine !== turn) return;
    list.append(...pages.filter(Boolean).map(result));
  }
  left = left.slice(SHOWN);
  more.hidden = !left.length;
};

const wanted = () => {
  const chosen = choices.filter((choice) => choice.value).map((choice) => [choice.name, choice.value]);
  return { words: query.value.trim(), filters: Object.fromEntries(chosen) };
};

const remember = ({ words, filters }) => {
  const state = new URLSearchParams({ ...(words && { q: words }), ...filters }).toString();
  history.replaceState(null, "", state ? `?${state}` : location.pathname);
};

const sentence = (count, words) => {
  const number = count === 0 ? "none" : count === 1 ? "one" : "several";
  const text = said[words ? number : `${number}Chosen`];
  const blanks = { n: count.toLocaleString(said.language), query: words };
  return text.replace(/\{(n|query)\}/g, (_, name) => blanks[name]);
};

const clear = () => {
  list.replaceChildren();
  more.hidden = true;
  found.textContent = "";
};

const search = async () => {
  const mine = ++turn;
  const { words, filters } = wanted();
  remember({ words, filters });
  if (!words && !Object.keys(filters).length) return clear();
  found.textContent ||= said.waiting;
  try {
    const answer = said.indexes ? await (await open()).search(apart(words) || null, { filters }) : { results: [] };
    if (mine !== turn) return;
    clear();
    left = answer.results;
    await show(mine);
    if (mine === turn) found.textContent = sentence(answer.results.length, words);
  } catch {
    engine = undefined;
    clear();
    found.textContent = said.failed;
  }
};

form.addEventListener("focusin", () => said.indexes && open().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
// A choice is meant when it is made. Words are when they are written out: each letter on the way
// would fetch a part of the index of its own.
form.addEventListener("input", ({ target }) => {
  if (target !== query || !query.value) search();
});
query.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  query.value = "";
  search();
});
more.addEventListener("click", async () => {
  const next = list.children.length;
  await show(turn);
  list.children[next]?.querySelector("a").focus();
});

element("no-script").remove();
const asked = new URLSearchParams(location.search);
query.value = asked.get("q") ?? "";
for (const choice of choices) {
  if ([...choice.options].some((option) => option.value === asked.get(choice.name))) {
    choice.value = asked.get(choice.name);
  }
}
if (choices.some((choice) => choice.value)) form.querySelector("details").open = true;
if (query.value || choices.some((choice) => choice.value)) search();

/* The page on which anybody checks a text or a file. Everything is computed here, from the ledger's checkpoint and tiles
   and from the office's own files; tiles are never believed, only a proof that ends in the signed root. */
'use strict';
(() => {
  const site = JSON.parse(document.getElementById('Site').textContent);
  const form = document.getElementById('Check');
  const verdict = document.getElementById('Verdict');
  const ENDS = ['withdrawal', 'erasure'];
  const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const FILE_MAX_BYTES = 20e6;
  const TEXT_MAX_TOKENS = 20000;
  const EDITS_MAX = 1500;
  const ARCHIVES_MAX = 40;
  const SHORT_TOKENS = 4;
  const ALIKE = 0.15;

  class Forged extends Error {}
  class Unreachable extends Error {}

  const say = (key, values = {}) => site.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = n => new Intl.NumberFormat(site.locale).format(n);
  const day = time => new Intl.DateTimeFormat(site.locale,
    {dateStyle: 'long', timeZone: site.zone, calendar: 'gregory'}).format(new Date(time));

  // bytes
  const utf8 = text => new TextEncoder().encode(text);
  const text = bytes => new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
  const base64 = line => Uint8Array.from(atob(line), c => c.charCodeAt(0));
  const join = parts => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
  const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', join(parts)));
  const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

  async function get(address) {
    let answer;
    try {
      answer = await fetch(address, {credentials: 'omit', cache: 'no-cache'});
    } catch (trouble) {
      throw new Unreachable(address);
    }
    if (answer.status === 404 || answer.status === 410) {
      return null;
    }
    if (!answer.ok) {
      throw new Unreachable(address);
    }
    return new Uint8Array(await answer.arrayBuffer());
  }

  async function needed(address) {
    const bytes = await get(address);
    if (!bytes) {
      throw new Unreachable(address);
    }
    return bytes;
  }

  // the ledger: signed-note, tlog-checkpoint, tlog-tiles (C2SP), RFC 6962 section 2.1
  async function keys(origin) {
    const found = [];
    for (const line of site.policy.split('\n')) {
      const [kind, vkey = ''] = line.split(/\s+/);
      const [name, id, ...rest] = vkey.split('+');
      const key = rest.join('+');
      if (kind !== 'log' || name !== origin || !key) {
        continue;
      }
      const typed = base64(key);
      const own = hex((await sha256(utf8(name + '\n'), typed)).slice(0, 4));
      if (typed[0] === 1 && own === id) {
        found.push({id, key: await crypto.subtle.importKey('raw', typed.slice(1), 'Ed25519', false, ['verify'])});
      }
    }
    return found;
  }

  async function checkpoint() {
    const note = text(await needed(site.ledger + 'checkpoint'));
    const end = note.lastIndexOf('\n\n');
    const signed = note.slice(0, end + 1);
    const [origin, size, root] = signed.split('\n');
    const trusted = await keys(origin);
    if (site.ledgerName !== origin) {
      throw new Forged('origin');
    }
    for (const line of note.slice(end + 2).split('\n')) {
      const parts = line.split(' ');
      if (parts[0] !== '\u2014' || parts[1] !== origin) {
        continue;
      }
      const body = base64(parts[2]);
      const key = trusted.find(one => one.id === hex(body.slice(0, 4)));
      if (key && await crypto.subtle.verify('Ed25519', key.key, body.slice(4), utf8(signed))) {
        return {size: Number(size), root: base64(root), tiles: new Map()};
      }
    }
    throw new Forged('signature');
  }

  function tilePath(level, index, width) {
    let digits = String(index);
    digits = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
    const parts = digits.match(/.../g);
    const path = parts.map((part, i) => (i + 1 < parts.length ? 'x' : '') + part).join('/');
    return 'tile/' + level + '/' + path + (width < 256 ? '.p/' + width : '');
  }

  function tile(log, level, index) {
    const count = level === 'entries' ? log.size : Math.floor(log.size / 256 ** level);
    const path = tilePath(level, index, Math.min(256, count - index * 256));
    if (!log.tiles.has(path)) {
      log.tiles.set(path, needed(site.ledger + path));
    }
    return log.tiles.get(path);
  }

  const inner = (left, right) => sha256(Uint8Array.of(1), left, right);

  /** The root of a whole subtree of 2^height leaves. */
  async function subtree(log, height, index) {
    const level = Math.floor(height / 8);
    const span = 2 ** (height % 8);
    const first = index * span;
    const hashes = await tile(log, level, Math.floor(first / 256));
    let row = [];
    for (let i = 0; i < span; i++) {
      const at = (first % 256 + i) * 32;
      if (at + 32 > hashes.length) {
        throw new Forged('tile');
      }
      row.push(hashes.slice(at, at + 32));
    }
    while (row.length > 1) {
      const above = [];
      for (let i = 0; i < row.length; i += 2) {
        above.push(await inner(row[i], row[i + 1]));
      }
      row = above;
    }
    return row[0];
  }

  function split(n) {
    let k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  async function rootOf(log, from, to) {
    const n = to - from;
    const height = Math.round(Math.log2(n));
    if (2 ** height === n) {
      return subtree(log, height, from / n);
    }
    const k = split(n);
    return inner(await rootOf(log, from, from + k), await rootOf(log, from + k, to));
  }

  async function rootWith(log, leaf, index, from, to) {
    if (to - from === 1) {
      return leaf;
    }
    const k = from + split(to - from);
    return index < k
      ? inner(await rootWith(log, leaf, index, from, k), await rootOf(log, k, to))
      : inner(await rootOf(log, from, k), await rootWith(log, leaf, index, k, to));
  }

  /** The entry at an index, proven against the signed root; null where the log is shorter. */
  async function entry(log, index) {
    if (!Number.isSafeInteger(index) || index >= log.size) {
      return null;
    }
    const bundle = await tile(log, 'entries', Math.floor(index / 256));
    let at = 0;
    for (let i = index % 256; i > 0; i--) {
      at += 2 + bundle[at] * 256 + bundle[at + 1];
    }
    const bytes = bundle.slice(at + 2, at + 2 + bundle[at] * 256 + bundle[at + 1]);
    const hash = await sha256(Uint8Array.of(0), bytes);
    if (!same(await rootWith(log, hash, index, 0, log.size), log.root)) {
      throw new Forged('entry');
    }
    const lines = text(bytes).split('\n');
    const leaf = {index, bytes, hash, kindOfLeaf: lines[0]};
    lines.slice(1).forEach(line => {
      leaf[line.split(' ')[0]] = line.slice(line.indexOf(' ') + 1);
    });
    return lines[0] === 'diurna-edition/v1' ? leaf : null;
  }

  function digits(hash) {
    let bits = '';
    hash.slice(0, 8).forEach(byte => {
      bits += byte.toString(2).padStart(8, '0');
    });
    return bits.slice(0, 60).match(/.{5}/g).map(five => DIGITS[parseInt(five, 2)]).join('');
  }

  function code(typed) {
    if (typed.length > 60) {
      return null;
    }
    const plain = typed.toUpperCase().replace(/[\s\u2010-\u2015\u2212-]/g, '')
      .replace(/O/g, '0').replace(/[IL]/g, '1');
    const parts = /^([0-9A-HJKMNP-TV-Z]{12})(0|[1-9]\d{0,14})$/.exec(plain);
    return parts && {digits: parts[1], index: Number(parts[2])};
  }

  // releases
  const originOf = office => site.offices[office];
  const rootPath = leaf => originOf(leaf.office) + '/' + leaf.lang + '/' + leaf.release;

  async function index(office, lang, release) {
    const bytes = await get(originOf(office) + '/' + lang + '/' + release + '/editions/index.json');
    return bytes && JSON.parse(text(bytes));
  }

  /** What has become of an entry's edition: the newest entry of its release is asked of the ledger too. */
  async function standing(log, leaf) {
    const known = await index(leaf.office, leaf.lang, leaf.release);
    if (!known) {
      throw new Unreachable('index');
    }
    const newest = known.editions[known.editions.length - 1];
    const claimed = Math.max(leaf.index, newest.index, known.withdrawn ? known.withdrawn.index : 0);
    const last = claimed === leaf.index ? leaf : await entry(log, claimed);
    if (!last || last.release !== leaf.release || last.lang !== leaf.lang) {
      throw new Forged('index');
    }
    const state = ENDS.includes(last.kind) ? last.kind : newest.edition > Number(leaf.edition) ? 'superseded' : 'current';
    return {known, newest, last, state};
  }

  /** The text of an edition as it was logged; null where it is not to be had any more. */
  async function edition(leaf) {
    if (leaf.content === '-') {
      return null;
    }
    const bytes = await get(rootPath(leaf) + '/editions/' + leaf.edition + '/edition.json');
    if (bytes && 'sha256:' + hex(await sha256(bytes)) !== leaf.content) {
      throw new Forged('edition');
    }
    return bytes && JSON.parse(text(bytes));
  }

  // words
  function plain(html) {
    const marked = html.replace(/<(br|\/p|\/h\d|\/li|\/t[dh]|\/caption|\/figcaption|\/blockquote|\/div|\/section|\/ul|\/ol|\/dt|\/dd|\/span|\/small|\/b|\/time|\/a)\b[^>]*>/g, '$& ');
    return new DOMParser().parseFromString(marked, 'text/html').body.textContent;
  }

  function tokens(given, lang) {
    const clean = given.normalize('NFC').replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '').replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"').replace(/\s+/g, ' ').trim();
    const cut = Intl.Segmenter
      ? Array.from(new Intl.Segmenter(lang, {granularity: 'word'}).segment(clean), part => part.segment)
      : clean.split(/(\s+)/);
    return cut.filter(token => token.trim()).slice(0, TEXT_MAX_TOKENS);
  }

  function contains(whole, part) {
    return ('\u0000' + whole.join('\u0000') + '\u0000').includes('\u0000' + part.join('\u0000') + '\u0000');
  }

  /** Myers' shortest edit script; null where the texts have too little in common. */
  function edits(from, to) {
    const trace = [];
    let front = new Map([[1, 0]]);
    for (let d = 0; d <= Math.min(EDITS_MAX, from.length + to.length); d++) {
      trace.push(new Map(front));
      for (let k = -d; k <= d; k += 2) {
        const down = k === -d || (k !== d && front.get(k - 1) < front.get(k + 1));
        let x = down ? front.get(k + 1) : front.get(k - 1) + 1;
        while (x < from.length && x - k < to.length && from[x] === to[x - k]) {
          x++;
        }
        front.set(k, x);
        if (x >= from.length && x - k >= to.length) {
          return walk(from, to, trace, d);
        }
      }
    }
    return null;
  }

  function walk(from, to, trace, length) {
    const steps = [];
    let x = from.length;
    let y = to.length;
    for (let d = length; d >= 0; d--) {
      const front = trace[d];
      const k = x - y;
      const down = k === -d || (k !== d && front.get(k - 1) < front.get(k + 1));
      const before = down ? k + 1 : k - 1;
      const px = d === 0 ? 0 : front.get(before);
      const py = d === 0 ? 0 : px - before;
      while (x > px && y > py) {
        steps.push(['same', from[--x]]);
        y--;
      }
      if (d > 0) {
        steps.push(down ? ['ins', to[--y]] : ['del', from[--x]]);
      }
    }
    return steps.reverse();
  }

  /** Given an excerpt, what stands before and after it in the genuine text is not missing. */
  function excerpt(steps) {
    const shown = steps.slice();
    const cut = end => {
      let n = 0;
      while (n < shown.length && shown.at(end < 0 ? -1 - n : n)[0] === 'del') {
        n++;
      }
      end < 0 ? shown.splice(shown.length - n, n) : shown.splice(0, n);
    };
    cut(0);
    cut(-1);
    return shown;
  }

  // the page
  function add(parent, name, words, attributes = {}) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(words);
    parent.append(element);
    return element;
  }

  function open(kind, title) {
    verdict.replaceChildren();
    verdict.hidden = false;
    const notice = add(verdict, 'div', '', {class: 'notice ' + kind});
    add(notice, 'h2', title, {class: 'title', tabindex: '-1'}).focus();
    return notice;
  }

  function facts(notice, leaf, shown, found) {
    if (shown) {
      const head = add(notice, 'p', '', {class: 'headline', lang: leaf.lang, dir: 'auto'});
      head.append(shown.title);
    }
    const line = add(notice, 'p', say('edition', {number: number(leaf.edition)}) + ' \u00b7 ' + say('kind.' + leaf.kind) + ' \u00b7 ');
    add(line, 'time', day(leaf.time), {datetime: leaf.time});
    if (found.known.page) {
      const to = originOf(leaf.office) + found.known.page;
      add(add(notice, 'p', ''), 'a', say('notice.newest'), {href: to});
    }
    const ledger = add(notice, 'p', say('ledger.entry', {index: number(leaf.index)}) + ' \u00b7 ', {class: 'entry'});
    add(ledger, 'bdi', digits(leaf.hash) + '-' + leaf.index, {dir: 'ltr'});
    if (found.last !== leaf) {
      add(notice, 'p', say('kind.' + found.last.kind) + ' \u00b7 ' + day(found.last.time) + ' \u00b7 '
        + say('ledger.entry', {index: number(found.last.index)}), {class: 'entry'});
    }
  }

  /** The verdict on words that are genuine. */
  function genuine(leaf, shown, found, part, paper) {
    const at = day(found.last.time);
    let notice;
    if (found.state === 'withdrawal') {
      notice = open('withdrawn', say('notice.withdrawn', {day: at}));
      add(notice, 'p', found.known.page ? say('notice.withdrawn.kept') : say('gone.when', {day: at}));
    } else if (found.state === 'erasure') {
      notice = open('withdrawn', say('kind.erasure'));
      add(notice, 'p', say('gone.copies'));
    } else if (found.state === 'superseded') {
      notice = open('old', say('verdict.superseded', {number: number(found.newest.edition)}));
      add(notice, 'p', say('notice.old'));
    } else if (paper) {
      notice = open('old', say('verify.paper'));
    } else {
      notice = open('this', say('verdict.genuine'));
      add(notice, 'p', say('verdict.genuine.text', {number: number(leaf.edition)}));
    }
    if (part) {
      add(notice, 'p', say('verify.excerpt'));
    }
    if (paper && found.state !== 'current') {
      add(notice, 'p', say('verify.paper'));
    }
    facts(notice, leaf, shown, found);
    add(verdict, 'p', say('genuine.3.text'), {class: 'limits'});
  }

  function differs(leaf, shown, found, steps) {
    const notice = open('withdrawn', say('verdict.differs'));
    add(notice, 'p', say('verdict.differs.text'));
    facts(notice, leaf, shown, found);
    if (!steps) {
      return;
    }
    const words = add(verdict, 'p', '', {class: 'differences', lang: leaf.lang, dir: 'auto'});
    let run = null;
    const space = site.unspaced.includes(leaf.lang.split('-')[0]) ? '' : ' ';
    excerpt(steps).forEach(([how, token]) => {
      if (!run || run.how !== how) {
        const element = how === 'same' ? add(words, 'span', '') : add(words, how, '');
        if (how !== 'same') {
          add(element, 'span', say(how === 'ins' ? 'diff.added' : 'diff.removed') + ': ', {class: 'unseen', lang: site.lang});
        }
        run = {how, element};
        words.append(space);
      }
      const mark = /^[.,;:!?)\]}%\u060c\u061b\u061f]/.test(token);
      run.element.append((mark || !run.any ? '' : space) + token);
      run.any = true;
    });
  }

  function unknown(words, searched) {
    const notice = open('unknown', say('verdict.unknown'));
    add(notice, 'p', words || say('genuine.5.text'));
    if (searched) {
      add(notice, 'p', say('verify.searched', {count: number(searched)}));
    }
    return notice;
  }

  function offices() {
    const notice = unknown(say('about.hosts'));
    const list = add(notice, 'ul', '');
    Object.values(site.offices).forEach(origin => add(add(list, 'li', ''), 'a', origin.replace(/^https?:\/\//, ''), {href: origin + '/'}));
  }

  function failed(words) {
    const notice = open('failed', say('verdict.failed'));
    add(notice, 'p', words);
    add(add(notice, 'p', ''), 'a', say('genuine'), {href: site.genuine});
  }

  // what was given
  async function byCode(log, given) {
    const leaf = await entry(log, given.index);
    if (!leaf || digits(leaf.hash) !== given.digits) {
      return unknown();
    }
    if (!originOf(leaf.office)) {
      return offices();
    }
    const found = await standing(log, leaf);
    return genuine(leaf, found.state === 'erasure' ? null : await edition(leaf), found);
  }

  async function byAddress(log, given) {
    const address = new URL(/^https?:/.test(given) ? given : location.protocol + '//' + given);
    const office = Object.keys(site.offices).find(one => new URL(originOf(one)).hostname === address.hostname);
    if (!office) {
      return offices();
    }
    if (office !== site.office) {
      const notice = unknown(say('verify.other'));
      const there = originOf(office) + '/verify#' + address.href;
      return add(add(notice, 'p', ''), 'a', originOf(office).replace(/^https?:\/\//, '') + '/verify', {href: there});
    }
    const parts = /^\/([\w-]+)\/([0-9A-HJKMNP-TV-Z]{10})(?:\/editions\/(\d+))?/.exec(address.pathname);
    const known = parts && await index(office, parts[1], parts[2]);
    if (!known) {
      return unknown();
    }
    const path = parts[3] ? parts[0] : address.pathname;
    const page = await get(originOf(office) + path);
    if (!page && !known.withdrawn) {
      return unknown();
    }
    return page ? byPage(log, text(page), known, parts[3]) : onEntry(log, known.withdrawn.index);
  }

  async function onEntry(log, at) {
    const leaf = await entry(log, at);
    if (!leaf || !originOf(leaf.office)) {
      return unknown();
    }
    return genuine(leaf, null, await standing(log, leaf));
  }

  /** A page as it was fetched or saved: its marked part must be the logged body, character for character. */
  async function byPage(log, html, given, numbered) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const file = page.querySelector('link[rel=alternate][type="application/json"]');
    const parts = /\/([\w-]+)\/([0-9A-HJKMNP-TV-Z]{10})\/editions\/(\d+)\//.exec(file ? file.getAttribute('href') : '');
    const known = given || (parts && await index(site.office, parts[1], parts[2]));
    if (!known) {
      return byText(log, page.body.innerText || page.body.textContent);
    }
    const shown = Number(numbered || (parts && parts[3]));
    const line = known.editions.find(one => one.edition === shown) || known.editions[known.editions.length - 1];
    const leaf = await entry(log, line.index);
    const published = leaf && await edition(leaf);
    if (!published) {
      return onEntry(log, known.withdrawn ? known.withdrawn.index : line.index);
    }
    const found = await standing(log, leaf);
    const [before, body, after] = html.split(/<!--\/?edition-->/);
    const whole = html.split('<!--edition-->').length === 2 && html.split('<!--/edition-->').length === 2 && after !== undefined && before;
    if (whole && body === published.bodyHtml) {
      return genuine(leaf, published, found);
    }
    const lang = leaf.lang;
    return differs(leaf, published, found, edits(tokens(plain(published.bodyHtml), lang), tokens(plain(body || html), lang)));
  }

  const article = published => [published.title, published.summary, plain(published.bodyHtml)].join('\n');

  /** Compares words with each edition of a release, the newest first, and with the page and plain text of today. */
  async function compare(log, known, given) {
    const lang = known.lang;
    const mine = tokens(given, lang);
    let best = null;
    for (const line of known.editions.slice().reverse()) {
      const leaf = line.readable ? await entry(log, line.index) : null;
      const published = leaf && await edition(leaf);
      if (!published) {
        continue;
      }
      const texts = [tokens(article(published), lang), tokens(plain(published.bodyHtml), lang)];
      if (!best) {
        const root = originOf(known.office) + '/' + known.lang + '/' + known.release;
        const as = await get(root + '/release.txt');
        texts.push(...as ? [tokens(text(as), lang)] : []);
        const page = known.office === site.office ? await get(originOf(known.office) + known.page) : null;
        texts.push(...page ? [tokens(plain(text(page).replace(/<head[\s\S]*?<\/head>/, '')), lang)] : []);
      }
      if (texts.some(one => contains(one, mine))) {
        return genuine(leaf, published, await standing(log, leaf), mine.length < texts[1].length);
      }
      for (const one of texts.slice(0, 2)) {
        const steps = edits(one, mine);
        const wrong = steps ? excerpt(steps).filter(step => step[0] !== 'same').length : Infinity;
        if (!best || wrong < best.wrong) {
          best = {leaf, published, steps, wrong};
        }
      }
    }
    return best ? differs(best.leaf, best.published, await standing(log, best.leaf), best.steps)
      : onEntry(log, known.withdrawn ? known.withdrawn.index : known.editions[known.editions.length - 1].index);
  }

  function shingles(list) {
    const size = Math.min(5, list.length);
    const set = new Set();
    for (let i = 0; i + size <= list.length; i++) {
      set.add(list.slice(i, i + size).join('\u0000'));
    }
    return set;
  }

  /** The release of this office that is most like a text: among the newest in all languages, then further back. */
  async function search(given) {
    let searched = 0;
    let best = {score: ALIKE};
    const look = (lang, url, title, html) => {
      searched++;
      const parts = /\/([\w-]+)\/([0-9A-HJKMNP-TV-Z]{10})\//.exec(url);
      const mine = shingles(tokens(given, lang));
      const theirs = shingles(tokens(title + ' ' + plain(html), lang));
      let shared = 0;
      mine.forEach(one => {
        shared += theirs.has(one) ? 1 : 0;
      });
      const score = shared / Math.max(1, mine.size);
      if (parts && score > best.score) {
        best = {score, lang: parts[1], release: parts[2]};
      }
    };
    for (const lang of site.languages) {
      const bytes = await get('/' + lang + '/feed.json');
      (bytes ? JSON.parse(text(bytes)).items : []).forEach(item => look(lang, item.url, item.title + ' ' + (item.summary || ''), item.content_html || ''));
    }
    let left = ARCHIVES_MAX;
    for (const lang of site.languages) {
      let next = '/' + lang + '/feed.atom';
      while (!best.release && next && left-- > 0) {
        const bytes = await get(next);
        const feed = bytes && new DOMParser().parseFromString(text(bytes), 'application/xml');
        const inside = (node, name) => (node.getElementsByTagName(name)[0] || {textContent: ''}).textContent;
        Array.from(feed ? feed.getElementsByTagName('entry') : []).forEach(item => look(lang,
          item.querySelector('link').getAttribute('href'), inside(item, 'title') + ' ' + inside(item, 'summary'), inside(item, 'content')));
        const before = feed && feed.querySelector('link[rel=prev-archive]');
        next = before && new URL(before.getAttribute('href')).pathname;
      }
    }
    return {...best, searched};
  }

  async function byText(log, given) {
    if (tokens(given, site.lang).length < SHORT_TOKENS) {
      return unknown();
    }
    const written = /\b([0-9A-HJKMNP-TV-Z]{12}-\d{1,15})\b/.exec(given);
    const typed = written && code(written[1]);
    const leaf = typed && await entry(log, typed.index);
    if (leaf && digits(leaf.hash) === typed.digits && originOf(leaf.office)) {
      return compare(log, await index(leaf.office, leaf.lang, leaf.release), given);
    }
    const found = await search(given);
    const known = found.release && await index(site.office, found.lang, found.release);
    return known ? compare(log, known, given) : unknown('', found.searched);
  }

  async function byEdition(log, bytes, file, paper) {
    const known = originOf(file.office) && /^[0-9A-Z]{10}$/.test(file.release) && /^[\w-]+$/.test(file.lang)
      && await index(file.office, file.lang, file.release);
    const line = known && known.editions.find(one => one.edition === file.edition);
    const leaf = line && await entry(log, line.index);
    if (!leaf) {
      return unknown();
    }
    const found = await standing(log, leaf);
    if ('sha256:' + hex(await sha256(bytes)) === leaf.content) {
      return genuine(leaf, file, found, false, paper);
    }
    const published = await edition(leaf);
    return published ? differs(leaf, published, found, edits(tokens(article(published), leaf.lang), tokens(article(file), leaf.lang)))
      : onEntry(log, found.last.index);
  }

  async function byProof(log, given) {
    const extra = /^extra (\S+)$/m.exec(given);
    const at = /^index (\d+)$/m.exec(given);
    const leaf = at && await entry(log, Number(at[1]));
    if (!leaf || !extra || !same(base64(extra[1]), leaf.bytes) || !originOf(leaf.office)) {
      return unknown();
    }
    return byCode(log, {digits: digits(leaf.hash), index: leaf.index});
  }

  /** The text that a PDF file holds (ISO 32000-2, 7.11.4), as our own press writes it. What its pages show is not read. */
  async function inside(bytes) {
    const raw = new TextDecoder('latin1').decode(bytes);
    for (const found of raw.matchAll(/\/Length (\d+)[^>]*\/EmbeddedFile[^>]*>>\s*stream\r?\n/g)) {
      const from = found.index + found[0].length;
      const packed = new Blob([bytes.slice(from, from + Number(found[1]))]).stream();
      const file = new Uint8Array(await new Response(packed.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
      if (file[0] === 123) {
        return file;
      }
    }
    throw new TypeError('nothing inside');
  }

  async function byFile(log, file) {
    let bytes = new Uint8Array(await file.slice(0, FILE_MAX_BYTES).arrayBuffer());
    const paper = [37, 80, 68, 70].every((byte, at) => bytes[at] === byte);
    let words;
    try {
      bytes = paper ? await inside(bytes) : bytes;
      words = text(bytes);
    } catch (trouble) {
      return unknown();
    }
    if (words.startsWith('c2sp.org/tlog-proof@v1\n')) {
      return byProof(log, words);
    }
    if (words.startsWith('{')) {
      try {
        return await byEdition(log, bytes, JSON.parse(words), paper);
      } catch (trouble) {
        if (!(trouble instanceof SyntaxError)) {
          throw trouble;
        }
      }
    }
    return /<(!doctype|html)/i.test(words) ? byPage(log, words) : byText(log, words);
  }

  async function given(log, typed) {
    const short = code(typed);
    if (short) {
      return byCode(log, short);
    }
    const host = typed.split('/')[0];
    const address = /^https?:\/\/\S+$/.test(typed) || (/^[\w.-]+\.[\w.:-]+\/\S*$/.test(typed) && !/\s/.test(host));
    return address ? byAddress(log, typed) : byText(log, typed);
  }

  async function ableToCheck() {
    if (!globalThis.crypto || !crypto.subtle) {
      return false;
    }
    try {
      await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']);
      return true;
    } catch (trouble) {
      return trouble.name === 'DataError';
    }
  }

  async function check(task) {
    open('running', say('verify.running'));
    if (!await ableToCheck()) {
      return failed(say('verify.old'));
    }
    try {
      return await task(await checkpoint());
    } catch (trouble) {
      if (trouble instanceof Unreachable) {
        return failed(say('verify.offline'));
      }
      if (trouble instanceof Forged) {
        return failed(say('verify.forged'));
      }
      console.error(trouble);
      return failed(say('verify.offline'));
    }
  }

  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const [file] = form.elements.file.files;
    const typed = form.elements.given.value.trim();
    if (typed || file) {
      check(log => typed ? given(log, typed) : byFile(log, file));
    }
  });
  form.elements.file.addEventListener('change', () => {
    if (form.elements.file.files.length) {
      form.elements.given.value = '';
      form.requestSubmit();
    }
  });
  form.addEventListener('dragover', event => event.preventDefault());
  form.addEventListener('drop', event => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    const dropped = event.dataTransfer.getData('text/plain');
    if (file) {
      check(log => byFile(log, file));
    } else if (dropped.trim()) {
      form.elements.given.value = dropped;
      form.requestSubmit();
    }
  });
  const started = () => {
    const asked = decodeURIComponent(location.hash.slice(1));
    if (asked && asked !== 'Main') {
      form.elements.given.value = asked;
      form.requestSubmit();
    }
  };
  addEventListener('hashchange', started);
  started();
})();

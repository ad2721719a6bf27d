// Everything is on the page already. This shortens long tables, sorts and searches them, and ties the words of a
// picture to their rows and quotes. Texts of answers only ever become text nodes.
(() => {
  'use strict';
  const ROWS = 50, PRINTED = 30, QUOTES = 5;
  const texts = JSON.parse(document.getElementById('texts').textContent);
  const number = (n) => n.toLocaleString(document.documentElement.lang);
  const say = (key, ...values) => texts[key].replace(/\{(\d)\}/g, (_, i) => values[i]);
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const element = (name, properties, ...children) => {
    const e = Object.assign(document.createElement(name), properties);
    e.append(...children);
    return e;
  };

  // question ties the parts of one section together. What is shown follows from three things alone: the word chosen,
  // what is searched for, and whether all rows are wanted.
  function question(article) {
    const state = { term: null, find: '', all: false };
    const words = cloud(article, state, choose);
    const list = table(article, state, update);
    const said = quotes(article);

    function choose(term) {
      state.term = state.term === term ? null : term;
      if (state.term !== null && list) list.clear();
      update();
    }
    function update() {
      if (words) words.show();
      const only = list ? list.show() : null;
      if (said) said.show(state.term ?? only);
    }
    article.addEventListener('click', (event) => {
      const at = event.target.closest('figure [data-term], tbody tr[data-term]');
      if (at && !getSelection().toString()) choose(at.dataset.term);
    });
    article.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || state.term === null && state.find === '') return;
      state.term = null;
      if (list) list.clear();
      update();
    });
    update();
  }

  // cloud makes the words of the pictures reachable: each picture is one stop of the Tab key, the arrow keys go from
  // word to word. A line below says what the word at hand was counted as.
  function cloud(article, state, choose) {
    const readout = article.querySelector('.readout');
    if (!readout) return null;
    const figure = readout.closest('figure');
    const tell = (word) => {
      const known = word || (state.term !== null && find(state.term));
      readout.textContent = known ? titleOf(known) : state.term ?? readout.dataset.idle;
      readout.classList.toggle('idle', !known && state.term === null);
      if (!word && state.term !== null) readout.append(...links);
    };
    const links = [['terms', texts.row], ['quotes', texts.answers]]
      .filter(([name]) => document.getElementById(`${article.id}-${name}`))
      .flatMap(([name, text]) => [' · ', element('a', { href: `#${article.id}-${name}`, textContent: text })]);
    const find = (term) => [...figure.querySelectorAll('.word')].find((w) => w.dataset.term === term);
    for (const svg of figure.querySelectorAll('.wide > svg, .narrow > svg')) reachable(svg);

    function reachable(svg) {
      const words = [...svg.querySelectorAll('.word')];
      svg.setAttribute('role', 'group'); // no longer one picture, but words to choose from
      words.forEach((word, i) => {
        word.setAttribute('role', 'button');
        word.setAttribute('tabindex', i === 0 ? '0' : '-1');
        word.setAttribute('aria-pressed', 'false');
        word.setAttribute('aria-label', titleOf(word));
      });
      const go = (to) => {
        for (const word of words) word.setAttribute('tabindex', word === to ? '0' : '-1');
        to.focus();
      };
      svg.addEventListener('keydown', (event) => {
        const at = words.indexOf(event.target);
        if (at < 0) return;
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (step) go(words[(at + step + words.length) % words.length]);
        else if (event.key === 'Home') go(words[0]);
        else if (event.key === 'End') go(words[words.length - 1]);
        else if (event.key === 'Enter' || event.key === ' ') choose(event.target.dataset.term);
        else return;
        event.preventDefault();
      });
    }
    figure.addEventListener('pointerover', (event) => tell(event.target.closest('.word')));
    figure.addEventListener('pointerleave', () => tell(null));
    figure.addEventListener('focusin', (event) => tell(event.target.closest('.word')));
    figure.addEventListener('focusout', () => tell(null));
    return {
      show() {
        figure.classList.toggle('choosing', state.term !== null);
        for (const word of figure.querySelectorAll('.word')) {
          const chosen = word.dataset.term === state.term;
          word.classList.toggle('chosen', chosen);
          word.setAttribute('aria-pressed', String(chosen));
        }
        tell(document.activeElement && document.activeElement.closest('.word'));
      },
    };
  }

  const titleOf = (word) => word.querySelector('title')?.textContent ?? word.dataset.term;

  // table sorts, searches and shortens the table of terms. The rows are those of the page; hidden ones stay in it.
  function table(article, state, update) {
    const section = article.querySelector('section.terms');
    if (!section) return null;
    const body = section.querySelector('tbody');
    const input = section.querySelector('input');
    const status = section.querySelector('.status');
    const clear = section.querySelector('.clear');
    const more = section.querySelector('.more');
    let rows = [...body.rows].map((row) => ({ row, term: row.dataset.term, text: fold([...row.querySelector('th').childNodes].filter((n) => !n.classList?.contains('narrow')).map((n) => n.textContent).join(' ')) }));

    let printed = rows.findIndex(({ row }) => row.classList.contains('beyond'));
    input.addEventListener('input', () => {
      state.find = fold(input.value.trim());
      state.term = null;
      update();
    });
    clear.addEventListener('click', () => {
      state.term = null;
      input.value = state.find = '';
      update();
      input.focus();
    });
    if (more) more.addEventListener('change', () => {
      state.all = more.checked;
      update();
    });
    section.querySelector('table').classList.add('sorted');
    section.querySelectorAll('th[data-sort]').forEach((head) => {
      const button = element('button', { type: 'button', textContent: head.textContent });
      button.addEventListener('click', () => sort(head));
      head.replaceChildren(button);
    });

    function sort(head) {
      const falling = head.ariaSort ? head.ariaSort === 'ascending' : head.dataset.sort === 'number' && head.cellIndex > 0;
      for (const other of head.parentNode.cells) if (other !== head) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
      const column = head.cellIndex, number = head.dataset.sort === 'number';
      const value = ({ row }) => {
        const cell = row.cells[column];
        const text = cell.dataset.value ?? cell.firstChild?.textContent ?? '';
        return number ? Number(text) : text;
      };
      const sign = falling ? -1 : 1;
      const compare = number ? (a, b) => a - b : collator.compare;
      rows = rows.map((r) => ({ ...r, key: value(r) })).sort((a, b) => sign * compare(a.key, b.key));
      body.append(...rows.map((r) => r.row));
      printed = printed < 0 ? printed : PRINTED;
      update();
    }
    function matches(r) {
      if (state.term !== null) return r.term === state.term;
      return r.text.includes(state.find);
    }
    return {
      clear() {
        input.value = state.find = '';
      },
      show() {
        let found = 0, last = null;
        rows.forEach(({ row }, i) => row.classList.toggle('beyond', i === printed));
        for (const r of rows) {
          const match = matches(r);
          if (match) {
            found++;
            last = r.term;
          }
          r.row.hidden = !match;
          r.row.classList.toggle('later', match && !state.all && found > ROWS);
          r.row.classList.toggle('chosen', state.term !== null && match);
        }
        const filtered = state.term !== null || state.find !== '';
        status.textContent = filtered ? say('found', number(found), number(rows.length)) : '';
        clear.hidden = !filtered;
        if (more) {
          more.closest('p').hidden = found <= ROWS;
          more.nextElementSibling.textContent = say('all', number(found));
        }
        return filtered && found === 1 ? last : null; // the term that a search has narrowed down
      },
    };
  }

  // quotes shows the answers behind the term that is chosen: some, and all that the page has when asked for. They are
  // made of the data below the list when they are wanted.
  function quotes(article) {
    const section = article.querySelector('section.quotes');
    if (!section) return null;
    const list = section.querySelector('ol');
    const status = section.querySelector('.status');
    const more = section.querySelector('.more');
    const first = [...list.children];
    const note = status.textContent;
    let data = null, all = false, shown = null;

    const quote = ([at, ...marks]) => {
      const [place, text] = data.answers[at];
      const block = element('blockquote', { dir: 'auto' });
      let from = 0;
      for (let i = 0; i < marks.length; i += 2) {
        block.append(text.slice(from, marks[i]), element('mark', {}, text.slice(marks[i], marks[i + 1])));
        from = marks[i + 1];
      }
      block.append(text.slice(from));
      return element('li', {}, block, element('span', { className: 'from', textContent: place }));
    };
    function show(term) {
      if (term !== shown) all = false;
      shown = term;
      more.hidden = true;
      if (term === null) {
        list.replaceChildren(...first);
        status.textContent = note;
        return;
      }
      data ??= JSON.parse(section.querySelector('script').textContent);
      const found = Object.hasOwn(data.terms, term) ? data.terms[term] : [];
      list.replaceChildren(...found.slice(0, all ? found.length : QUOTES).map(quote));
      more.hidden = all || found.length <= QUOTES;
      more.textContent = say('quotes', number(found.length), term);
      const of = data.counts[term] ?? 0;
      status.textContent = found.length === 0 ? say('none', term)
        : found.length < of ? say('sample', term, number(of), number(found.length)) : say(of === 1 ? 'single' : 'several', term, number(of));
    }
    more.addEventListener('click', () => {
      all = true;
      show(shown);
    });
    return { show };
  }

  // saving offers each table as text with tabs and as CSV, and each figure as SVG and PNG. A cell that a spreadsheet would run as a
  // formula gets an apostrophe.
  function saving(shown, ...actions) {
    const line = element('p', { className: 'save js-only' });
    for (const [text, act] of actions) {
      const button = element('button', { type: 'button', textContent: text });
      button.addEventListener('click', () => act(button));
      line.append(button);
    }
    shown.after(line);
  }
  function download(name, blob) {
    const link = element('a', { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
  const textOf = (cell) => cell.dataset.value ?? [...cell.childNodes].filter((n) => !n.classList?.contains('narrow')).map((n) => n.textContent.trim()).filter(Boolean).join('; ');
  const cellsOf = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => textOf(cell).replace(/[\s\u0000-\u001f]+/g, ' ')));
  const isFormula = (text) => /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(text) && Number.isNaN(Number(text));
  const safe = (text) => (isFormula(text) ? `'${text}` : text);
  const csv = (rows) => rows.map((row) => row.map((text) => `"${safe(text).replaceAll('"', '""')}"`).join(',')).join('\r\n') + '\r\n';
  function copy(text, button) {
    const area = element('textarea', { value: text, className: 'unseen' });
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    button.focus();
    if (done) button.textContent = texts.copied;
  }
  document.querySelectorAll('table[data-save]').forEach((table) => saving(table.closest('.scroll'),
    [texts.copy, (button) => copy(cellsOf(table).map((row) => row.map(safe).join('\t')).join('\n'), button)],
    [texts.csv, () => download(`${table.dataset.save}.csv`, new Blob(['\ufeff', csv(cellsOf(table))], { type: 'text/csv' }))]));

  // pictureOf is the picture of a figure that is shown, as a file of its own: with the letters that the page has once, and a ground.
  function pictureOf(figure) {
    const svg = [...figure.querySelectorAll('svg[viewBox]')].find((e) => e.checkVisibility() && e.querySelector('use')).cloneNode(true);
    const [, , width, height] = svg.getAttribute('viewBox').split(' ');
    const letters = [...new Set([...svg.querySelectorAll('use')].map((use) => use.getAttribute('href')))].map((id) => document.querySelector(id).cloneNode(true));
    const create = (name, attributes) => {
      const e = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const key in attributes) e.setAttribute(key, attributes[key]);
      return e;
    };
    const defs = create('defs', {});
    defs.append(...letters);
    svg.prepend(defs, create('rect', { width, height, fill: '#ffffff' }));
    for (const e of [svg, ...svg.querySelectorAll('*')]) for (const name of ['tabindex', 'aria-pressed', 'aria-label', 'role']) e.removeAttribute(name);
    svg.setAttribute('role', 'img');
    return { text: new XMLSerializer().serializeToString(svg), width: Number(width), height: Number(height) };
  }
  function savePNG(figure) {
    const { text, width, height } = pictureOf(figure), scale = 3;
    const image = new Image();
    image.onload = () => {
      const canvas = element('canvas', { width: width * scale, height: height * scale });
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => download(`${figure.dataset.save}.png`, blob), 'image/png');
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  }
  document.querySelectorAll('figure[data-save]').forEach((figure) => saving(figure.lastElementChild,
    [texts.svg, () => download(`${figure.dataset.save}.svg`, new Blob([pictureOf(figure).text], { type: 'image/svg+xml' }))],
    [texts.png, () => savePNG(figure)]));

  // A table that fits needs no stop of the Tab key to be scrolled from.
  const fits = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  document.querySelectorAll('.scroll').forEach((e) => fits.observe(e));
  document.querySelectorAll('article').forEach(question);
})();

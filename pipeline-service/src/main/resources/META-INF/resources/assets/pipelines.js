// The list of pipelines and their editor. Fields are named as the API names what is wrong with them
// (boosters[1].configuration.rules[0].value): whatever is added, removed or moved is numbered anew.
import { bodyOf, call, clearErrors, showProblem } from '/assets/pulseline.js';

const NAMING = ['name', 'id', 'for', 'data-list', 'data-error-for', 'aria-describedby', 'aria-labelledby'];

/** `text` with the number behind `path`, if it begins with that; ids have a word and `:` before it. */
export function renumbered(text, path, index) {
  const at = text.indexOf(path + '[');
  if (at !== 0 && text[at - 1] !== ':') return text;
  const from = at + path.length + 1;
  return text.slice(0, from) + index + text.slice(text.indexOf(']', from));
}

function rename(root, path, index) {
  const inside = root.querySelectorAll('*');
  for (const one of root.getAttribute ? [root, ...inside] : inside) {
    for (const naming of NAMING) {
      const text = one.getAttribute(naming);
      if (text) one.setAttribute(naming, renumbered(text, path, index));
    }
    // What will be added later is named by where its list is.
    if (one.content) rename(one.content, path, index);
  }
}

export function renumber(list) {
  Array.from(list.children).forEach((item, index) => rename(item, list.dataset.list, index));
}

const editor = document.getElementById('editor');
const preview = document.getElementById('preview');
const tell = (text) => { document.getElementById('said').textContent = text; };

async function moved(item) {
  const list = item.parentElement;
  const items = Array.from(list.children);
  const told = list.closest('[data-moved]').dataset.moved;
  if (list.dataset.list) renumber(list);
  else {
    const order = { pipelineIds: items.map((one) => one.dataset.pipeline) };
    const answer = await call('PUT', '/api/pipelines/order', order).catch(() => null);
    if (!answer?.ok) { tell(document.body.dataset.failed); setTimeout(() => location.reload(), 2000); return; }
  }
  tell(told.replace('{0}', items.indexOf(item) + 1));
}

function add(list, template) {
  list.append(template.content.cloneNode(true));
  renumber(list);
  settle();
  tell(editor.dataset.added);
  list.lastElementChild.querySelector('input:not([type=hidden]), select, textarea, button')?.focus();
}

const deeds = {
  // The neighbour moves, so that the button keeps the focus.
  up(button) {
    const item = button.closest('[data-item]');
    if (!item.previousElementSibling) return;
    item.after(item.previousElementSibling);
    moved(item);
  },
  down(button) {
    const item = button.closest('[data-item]');
    if (!item.nextElementSibling) return;
    item.before(item.nextElementSibling);
    moved(item);
  },
  remove(button) {
    const item = button.closest('[data-item]');
    const list = item.parentElement;
    item.remove();
    renumber(list);
    tell(editor.dataset.removed);
    list.parentElement.querySelector('[data-do^=add]').focus();
  },
  add(button) {
    const whole = button.closest('fieldset');
    add(whole.querySelector(':scope > [data-list]'), whole.querySelector(':scope > template'));
  },
  addPart(button) {
    const kinds = button.parentElement.querySelector('[data-kinds]');
    const list = editor.querySelector('[data-list="' + kinds.dataset.kinds + '"]');
    add(list, document.getElementById(kinds.dataset.kinds + '-' + kinds.value));
  },
  preview: show,
};

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-do]');
  if (button) deeds[button.dataset.do](button);
});

// Dragging is an extra: the buttons do the same. Only the grip is taken, so texts can be marked.
let dragged = null;
document.addEventListener('pointerdown', (event) => {
  const item = event.target.closest?.('[data-grip]')?.closest('[data-item]');
  if (item) item.draggable = true;
});
document.addEventListener('pointerup', () => {
  document.querySelectorAll('[draggable=true]').forEach((item) => { item.draggable = false; });
});
document.addEventListener('dragstart', (event) => {
  if (!event.target.matches?.('[data-item][draggable=true]')) return;
  dragged = event.target;
  dragged.classList.add('is-dragged');
});
document.addEventListener('dragover', (event) => {
  const over = event.target.closest?.('[data-item]:has(> .row > [data-grip])');
  if (!dragged || !over || over.parentElement !== dragged.parentElement) return;
  event.preventDefault();
  if (over === dragged) return;
  const { top, height } = over.getBoundingClientRect();
  if (event.clientY < top + height / 2) over.before(dragged); else over.after(dragged);
});
document.addEventListener('dragend', () => {
  if (!dragged) return;
  const item = dragged;
  dragged = null;
  item.draggable = false;
  item.classList.remove('is-dragged');
  moved(item);
});

function appear(part, shown) {
  part.hidden = !shown;
  if ('disabled' in part) part.disabled = !shown;
  part.querySelectorAll('input, select, textarea, option').forEach((field) => { field.disabled = !shown; });
}

/** Shows and sends only what stands together. */
function settle() {
  const record = editor.elements['trigger.record'].value;
  editor.querySelectorAll('[data-when]').forEach((part) => appear(part, part.dataset.when === record));
  editor.querySelectorAll('[data-switch]').forEach((box) => {
    appear(box.closest('fieldset').querySelector(':scope > .inner'), box.checked);
  });
  editor.querySelectorAll('[data-kinds]').forEach((kinds) => {
    const chosen = kinds.selectedOptions[0];
    if (!chosen || chosen.disabled) {
      kinds.selectedIndex = Array.from(kinds.options).findIndex((option) => !option.disabled);
    }
  });
}

/** A secret that we made is in this answer and in no other. */
function secretsTold(targets) {
  const dialog = document.getElementById('new-secret').content.firstElementChild.cloneNode(true);
  const list = dialog.querySelector('[data-slot=secrets]');
  for (const target of targets) {
    const code = document.createElement('code');
    code.textContent = target.configuration.secret;
    const said = document.createElement('dd');
    said.append(code);
    list.append(Object.assign(document.createElement('dt'), { textContent: target.configuration.url ?? target.id }), said);
  }
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.querySelector('[data-slot=close]').onclick = resolve;
    // Not by the way: it would be gone.
    dialog.oncancel = (event) => event.preventDefault();
  });
}

document.addEventListener('api:done', async ({ target: form, detail: result }) => {
  if ((form.dataset.done ?? 'reload') === 'reload') return;
  if (result.outcome) {
    if (result.outcome === 'ACCEPTED') location.reload();
    else showProblem(form, { detail: result.reason });
    return;
  }
  const fresh = (result.targets ?? []).filter((target) => target.notice);
  if (fresh.length > 0) await secretsTold(fresh);
  location.href = '/pipelines';
});

const slot = (root, name) => root.querySelector('[data-slot="' + name + '"]');
const word = (key) =>
  document.getElementById('words').content.querySelector('[data-word="' + key + '"]')?.textContent ?? key;
const activities = new Map();

async function loadActivities() {
  const answer = await call('GET', '/api/records?type=activity&limit=20').catch(() => null);
  const records = answer?.ok ? (await answer.json()).records : [];
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: preview.dataset.zone });
  for (const record of records) {
    activities.set(record.recordId, record);
    const at = record.startEpochMillis == null ? '' : format.format(record.startEpochMillis) + ' · ';
    slot(preview, 'activities').append(new Option(at + (record.title || preview.dataset.untitled), record.recordId));
  }
  slot(preview, 'none').hidden = records.length > 0;
  slot(preview, 'activities').closest('.filters').hidden = records.length === 0;
}

async function show(button) {
  const failed = slot(preview, 'failed');
  failed.textContent = '';
  clearErrors(editor);
  button.disabled = true;
  try {
    const recordId = slot(preview, 'activities').value;
    const pipeline = bodyOf(editor);
    if (pipeline.name === '') delete pipeline.name;
    const answer = await call('POST', '/api/pipelines/preview', { recordId, pipeline });
    const said = await answer.json();
    if (answer.ok) { drawn(said, activities.get(recordId)); return; }
    failed.textContent = said.errors ? document.body.dataset.failed : said.detail;
    const errors = said.errors?.map(({ field, reason }) => ({ field: field.replace(/^pipeline\./, ''), reason }));
    if (errors) showProblem(editor, { ...said, errors });
  } catch {
    failed.textContent = document.body.dataset.offline;
  } finally {
    button.disabled = false;
  }
}

function line(list, title, text, more) {
  const item = document.createElement('li');
  item.append(Object.assign(document.createElement('strong'), { textContent: title }), ' ' + text);
  if (more) item.append(more);
  list.append(item);
}

function partTitle(kind, id) {
  const template = document.getElementById(kind + '-' + id);
  return template?.content.querySelector('[data-title]').dataset.title ?? id;
}

function because(text, reason) {
  return reason ? text + ': ' + reason : text;
}

function sent(target) {
  if (target.content == null) return null;
  const details = document.createElement('details');
  const content = document.createElement('pre');
  content.className = 'sent';
  content.tabIndex = 0;
  content.textContent =
    typeof target.content === 'string' ? target.content : JSON.stringify(target.content, null, 2);
  details.append(Object.assign(document.createElement('summary'), { textContent: word('content') }), content);
  return details;
}

function drawn(made, before) {
  const page = document.getElementById('preview-answer').content.cloneNode(true);
  slot(page, 'starts').textContent = made.starts ? word('starts') : word('startsNot') + ' ' + made.startReason;
  for (const name of ['title', 'description']) {
    slot(page, name + '-before').textContent = before?.[name] ?? '–';
    slot(page, name + '-after').textContent = made.activity[name] ?? '–';
  }
  const steps = slot(page, 'steps');
  for (const step of made.steps) {
    const wait = made.waits.find((one) => one.booster === step.name);
    const text = because(word(step.status), step.reason) + (wait ? '; ' + word('waits') + ' ' + wait.reason : '');
    line(steps, partTitle('boosters', step.name), text);
  }
  if (made.steps.length === 0) line(steps, '', word('noSteps'));
  const end = slot(page, 'end');
  end.textContent = made.reason ?? '';
  end.hidden = !made.reason;
  const targets = slot(page, 'targets');
  for (const target of made.targets) {
    const text = because(word(target.status) + ' (' + target.event + ')', target.reason);
    line(targets, partTitle('targets', target.id), text, sent(target));
  }
  if (made.targets.length === 0) line(targets, '', word('nothing'));
  const place = slot(preview, 'answer');
  place.replaceChildren(page);
  place.focus();
}

if (editor) {
  editor.addEventListener('change', (event) => {
    if (event.target.matches('[data-switch], [name="trigger.record"]')) settle();
  });
  settle();
  loadActivities();
}

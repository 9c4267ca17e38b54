// Pages are plain HTML. What a page changes goes to the API from here:
//   <form data-api="PUT /api/preferences" data-done="reload"> … <input name="a.b" data-type="number">
// Every named field becomes a member of the JSON that is sent (dots make objects, a[] makes lists);
// data-type is number, flag, json or nullable (empty is null). Errors that the API names stand at their
// fields: the element with data-error-for="<field>", made where the page has none.

const say = (text) => {
  const place = document.getElementById('said');
  place.textContent = text;
  if (text) setTimeout(() => { if (place.textContent === text) place.textContent = ''; }, 8000);
};
const words = document.body.dataset;

function valueOf(field) {
  const type = field.dataset.type;
  if (field.type === 'checkbox') return field.checked;
  if (field.multiple) return Array.from(field.selectedOptions, (option) => option.value);
  const text = field.value;
  if (type === 'flag') return text === 'true';
  if (text === '' && type) return type === 'list' ? [] : null;
  if (type === 'number') return Number(text);
  if (type === 'json') return JSON.parse(text);
  if (type === 'list') return text.split(/[\n,]+/).map((part) => part.trim()).filter(Boolean);
  return text;
}

export function put(into, name, value, onlyIfAbsent = false) {
  const path = name.replace(/\[(\d*)\]/g, '.$1').split('.');
  let at = into;
  path.forEach((step, index) => {
    const last = index === path.length - 1;
    const key = Array.isArray(at) && step === '' ? at.length : step;
    if (last) { if (onlyIfAbsent) at[key] ??= value; else at[key] = value; return; }
    at[key] ??= /^\d*$/.test(path[index + 1]) ? [] : {};
    at = at[key];
  });
}

export function bodyOf(form) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.disabled || field.type === 'submit') continue;
    if (field.type === 'radio' && !field.checked) continue;
    const value = valueOf(field);
    if (value === null && field.dataset.absent === 'omit') continue;
    if (field.type === 'checkbox' && field.name.endsWith('[]')) {
      if (field.checked) put(body, field.name, field.value);
      else put(body, field.name.slice(0, -2), [], true);
      continue;
    }
    put(body, field.name, value);
  }
  return body;
}

export function clearErrors(form) {
  form.querySelectorAll('.error').forEach((place) => { place.textContent = ''; });
  form.querySelectorAll('[aria-invalid]').forEach((field) => {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  });
}

function placeFor(form, field) {
  let place = Array.from(form.querySelectorAll('[data-error-for]'))
    .find((one) => one.dataset.errorFor === field);
  const input = Array.from(form.elements).find((one) => one.name === field || one.name === field + '[]');
  if (!place) {
    place = document.createElement('p');
    place.className = 'error';
    place.dataset.errorFor = field;
    place.dataset.made = '';
    if (input) input.after(place); else form.append(place);
  }
  place.classList.add('error');
  place.id ||= 'error-' + Math.random().toString(36).slice(2);
  if (input) {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', place.id);
  }
  return { place, input };
}

export function showProblem(form, problem) {
  const errors = problem.errors ?? [];
  let first = null;
  for (const { field, reason } of errors) {
    const { place, input } = placeFor(form, field);
    // A place that the page has itself stands where one sees what is meant.
    place.textContent = input || place.dataset.made === undefined ? reason : field + ' ' + reason;
    if (input?.type !== 'hidden') first ??= input;
  }
  if (errors.length === 0) placeFor(form, '').place.textContent = problem.detail ?? problem.title ?? words.failed;
  if (first) first.focus(); else say(problem.detail ?? words.failed);
}

async function confirmed(text) {
  const dialog = document.createElement('dialog');
  const asked = document.createElement('p');
  asked.textContent = text;
  const row = document.createElement('div');
  row.className = 'row';
  const yes = Object.assign(document.createElement('button'), { textContent: words.yes, className: 'danger' });
  const no = Object.assign(document.createElement('button'), { textContent: words.no, className: 'quiet' });
  row.append(yes, no);
  dialog.append(asked, row);
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
  const answer = await new Promise((resolve) => {
    yes.onclick = () => resolve(true);
    no.onclick = () => resolve(false);
    dialog.oncancel = () => resolve(false);
  });
  dialog.remove();
  return answer;
}

async function problemOf(answer) {
  try { return await answer.json(); } catch { return { detail: words.failed + ' (' + answer.status + ')' }; }
}

export async function call(method, url, body, headers = {}) {
  const sent = { method, headers: { Accept: 'application/json', ...headers } };
  if (body instanceof Blob) sent.body = body;
  else if (body !== undefined && method !== 'GET' && method !== 'DELETE') {
    sent.headers['Content-Type'] = 'application/json';
    sent.body = JSON.stringify(body);
  }
  const answer = await fetch(url, sent);
  if (answer.status === 401) { location.href = '/login?next=' + encodeURIComponent(location.pathname); throw new Error('logged out'); }
  return answer;
}

async function send(form, submitter) {
  const [method, path] = (submitter?.dataset.api ?? form.dataset.api).split(' ');
  const question = submitter?.dataset.confirm ?? form.dataset.confirm;
  clearErrors(form);
  if (question && !(await confirmed(question))) return;
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const file = form.querySelector('input[type=file]')?.files[0];
    let body = file;
    try { body ??= bodyOf(form); } catch (error) { showProblem(form, { detail: String(error.message) }); return; }
    const headers = file ? { 'Content-Type': form.dataset.contentType ?? 'application/octet-stream' } : {};
    // The same key until it went through: pressing twice creates once.
    if (form.dataset.once !== undefined) headers['Idempotency-Key'] = form.dataset.once ||= crypto.randomUUID();
    const answer = await call(method, path, body, headers);
    if (!answer.ok) {
      if (answer.status < 500) delete form.dataset.once, form.dataset.once = '';
      showProblem(form, await problemOf(answer));
      return;
    }
    const text = await answer.text();
    const result = text ? JSON.parse(text) : {};
    form.dispatchEvent(new CustomEvent('api:done', { bubbles: true, detail: result }));
    const done = form.dataset.done ?? 'reload';
    if (done === 'reload') location.reload();
    else if (done.startsWith('/')) location.href = done.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(result[name]));
    else say(done);
  } catch (error) {
    if (error.message !== 'logged out') showProblem(form, { detail: words.offline });
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.dataset.api && !event.submitter?.dataset.api) return;
  event.preventDefault();
  send(form, event.submitter);
});

// Parts that are live reload themselves when the server says that something changed:
//   <section id="runs" data-live="/">
if (document.querySelector('[data-live]')) {
  const source = new EventSource('/events?since=' + document.body.dataset.read);
  let waiting = null;
  const refresh = () => {
    waiting = null;
    document.querySelectorAll('[data-live]').forEach((part) => {
      window.htmx?.ajax('GET', part.dataset.live, { target: '#' + part.id, select: '#' + part.id, swap: 'outerHTML' });
    });
  };
  source.addEventListener('changed', () => { waiting ??= setTimeout(refresh, 500); });
}

// Charts wait until they are seen on pages that have some.
if (document.querySelector('figure.chart')) import('/assets/charts.js').then((charts) => charts.drawAll());
document.addEventListener('htmx:afterSwap', () => {
  if (document.querySelector('figure.chart:not(.is-drawn)')) import('/assets/charts.js').then((charts) => charts.drawAll());
});

// Lists that the page takes from the API: <div data-from="/api/me/tokens"> with a <template> for one of
// them. In the template data-text="name" shows a member, data-moment="expiresAt" a time in the zone of the
// list, data-api="DELETE /api/me/tokens/{tokenId}" and href="…{member}" take members as well, and
// data-if="state=READY" keeps an element only then.
import { call } from '/assets/pulseline.js';

const member = (thing, path) => path.split('.').reduce((at, step) => at?.[step], thing);
const filled = (text, thing) => text.replace(/\{([\w.]+)\}/g, (_, path) => encodeURIComponent(member(thing, path) ?? ''));

function moment(text, zone) {
  if (!text) return '–';
  const date = new Date(text);
  const options = { dateStyle: 'medium', ...(text.length > 10 ? { timeStyle: 'short', timeZone: zone } : { timeZone: 'UTC' }) };
  try { return new Intl.DateTimeFormat('en-GB', options).format(date); } catch { return text; }
}

function show(template, thing, zone) {
  const part = template.content.cloneNode(true);
  part.querySelectorAll('[data-if]').forEach((element) => {
    const [path, words] = element.dataset.if.split('=');
    const value = member(thing, path);
    const holds = words === undefined ? value !== null && value !== undefined : words.split('|').includes(String(value));
    if (!holds) element.remove();
  });
  part.querySelectorAll('[data-text]').forEach((element) => {
    const value = member(thing, element.dataset.text);
    element.textContent = Array.isArray(value) ? value.join(', ') : value ?? '–';
  });
  part.querySelectorAll('[data-moment]').forEach((element) => {
    element.textContent = moment(member(thing, element.dataset.moment), zone);
  });
  part.querySelectorAll('[data-api]').forEach((form) => { form.dataset.api = filled(form.dataset.api, thing); });
  part.querySelectorAll('a[data-href]').forEach((link) => { link.setAttribute('href', filled(link.dataset.href, thing)); });
  return part;
}

async function fill(list) {
  const template = list.querySelector('template');
  const place = list.querySelector('.listed');
  const answer = await call('GET', list.dataset.from);
  if (!answer.ok) { place.textContent = document.body.dataset.failed; return; }
  const json = await answer.json();
  const all = Array.isArray(json) ? json : list.dataset.items ? json[list.dataset.items] : [json];
  place.replaceChildren(...all.map((thing) => show(template, thing, list.dataset.zone)));
  if (all.length === 0) place.textContent = list.dataset.empty ?? '';
  const waits = all.some((thing) => ['RUNNING'].includes(thing.state));
  if (waits) setTimeout(() => fill(list), 2000);
}

document.querySelectorAll('[data-from]').forEach(fill);

// A form whose answer shows something once: a token, the word that confirms.
document.addEventListener('api:done', (event) => {
  const shown = document.getElementById(event.target.dataset.shows ?? '');
  if (shown) {
    shown.hidden = false;
    shown.querySelectorAll('[data-text]').forEach((element) => {
      const value = member(event.detail, element.dataset.text);
      element.replaceChildren(...(Array.isArray(value) ? value : [value ?? '']).map((line) => {
        const item = document.createElement(element.tagName === 'UL' ? 'li' : 'span');
        item.textContent = line;
        return item;
      }));
    });
    shown.querySelectorAll('[data-moment]').forEach((element) => { element.textContent = moment(member(event.detail, element.dataset.moment), shown.dataset.zone); });
    shown.querySelectorAll('form[data-path]').forEach((form) => { form.dataset.api = filled(form.dataset.path, event.detail); });
    shown.focus();
  }
  document.querySelectorAll('[data-from]').forEach(fill);
});

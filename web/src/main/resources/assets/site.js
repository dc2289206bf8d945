// Pages work without this. It tells the server the visitor's time zone, colours code, and saves clicks.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `weakspot_zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;

let highlighter = null;
function loadHighlighter() {
    return highlighter ??= new Promise(loaded => {
        const script = document.createElement('script');
        script.src = '/webjars/highlightjs/11.11.1/highlight.min.js';
        script.onload = loaded;
        document.head.append(script);
    });
}
async function colourCode(part) {
    const blocks = part.querySelectorAll('pre code.language-python');
    if (blocks.length === 0) return;
    await loadHighlighter();
    blocks.forEach(block => hljs.highlightElement(block));
}
colourCode(document);
document.body.addEventListener('htmx:afterSwap', swap => colourCode(swap.detail.elt));

// What takes some seconds says so, and is not sent twice.
document.addEventListener('submit', submit => {
    const form = submit.target;
    if (!form.dataset.busy) return;
    if (form.ariaBusy === 'true') return submit.preventDefault();
    form.ariaBusy = 'true';
    const note = document.querySelector('[data-note]');
    if (note) note.textContent = form.dataset.busy;
});
window.addEventListener('pageshow', shown => { if (shown.persisted && document.querySelector('[data-busy]')) location.reload(); });

document.addEventListener('click', click => {
    for (const open of document.querySelectorAll('details.me[open]')) if (!open.contains(click.target)) open.open = false;
});
document.addEventListener('keydown', key => {
    if (key.key === 'Escape') for (const open of document.querySelectorAll('details.me[open]')) { open.open = false; open.querySelector('summary').focus(); }
});

// Practising by keyboard: 1–9 choose, Enter answers and goes on, in a text area with Ctrl or ⌘; ? opens a hint.
document.addEventListener('keydown', key => {
    const part = document.querySelector('[data-practise]');
    const whole = key.key === 'Enter' && (key.ctrlKey || key.metaKey) && key.target.matches?.('textarea');
    if (!part || ((key.ctrlKey || key.metaKey || key.altKey) && !whole)) return;
    const typing = key.target.matches?.('textarea, input:not([type=radio]):not([type=checkbox]), select');
    if (whole || key.key === 'Enter' && !typing && !key.target.closest?.('a, button, summary')) {
        const forward = part.querySelector('[data-forward]');
        const answer = part.querySelector('[data-answer]');
        if (forward) forward.click(); else if (answer) answer.requestSubmit();
        key.preventDefault();
    } else if (key.key === '?' && !typing) {
        part.querySelector('[data-hint]')?.click();
    } else if (/^[1-9]$/.test(key.key) && !typing) {
        const box = part.querySelectorAll('.choice input:not([type=number])')[key.key - 1];
        if (box) { box.click(); box.focus(); }
    }
});

// What nobody answers to is said where it was sent, and nothing that was filled in is lost.
function sayUnreachable(failure) {
    const part = document.querySelector('[data-unreachable]');
    if (!part) return;
    const box = Object.assign(document.createElement('p'), { className: 'notice bad', textContent: part.dataset.unreachable });
    box.setAttribute('role', 'alert');
    box.dataset.unheard = '';
    (failure.target.closest('form, p') ?? part).after(box);
}
for (const failure of ['htmx:sendError', 'htmx:timeout']) document.body.addEventListener(failure, sayUnreachable);
document.body.addEventListener('htmx:beforeRequest', () => document.querySelector('[data-unheard]')?.remove());

// A clock that counts from the moment the question was first shown.
function tick() {
    const clock = document.querySelector('[data-timer]');
    if (!clock) return;
    clock.dataset.words ??= clock.textContent;
    const seconds = Math.max(0, Math.round((Date.now() - clock.dataset.timer) / 1000));
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} / ${clock.dataset.words}`;
}
tick();
setInterval(tick, 1000);
document.body.addEventListener('htmx:afterSwap', tick);

// Spoken rehearsal, only where the browser itself listens: others send what they hear to their maker. It stays in the text field.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const HERE = { langs: ['en-US'], processLocally: true };
let listening = null;
async function offerSpeech() {
    const notes = document.querySelector('textarea[data-speech]');
    if (!notes || !Recognition?.available || !('processLocally' in Recognition.prototype)) return;
    const state = await Recognition.available(HERE).catch(() => 'unavailable');
    if (!['available', 'downloadable'].includes(state) || !notes.isConnected || document.querySelector('[data-listen]')) return;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet small', textContent: notes.dataset.speech });
    button.dataset.listen = '';
    notes.closest('label').after(button);
    button.addEventListener('click', async () => {
        if (listening) return listening.stop();
        listening = Object.assign(new Recognition(), { continuous: true, lang: HERE.langs[0], processLocally: true });
        listening.onresult = heard => { notes.value += heard.results[heard.results.length - 1][0].transcript + ' '; };
        listening.onend = () => { listening = null; button.textContent = notes.dataset.speech; };
        button.textContent = notes.dataset.speechStop;
        if (state === 'downloadable' && !await Recognition.install(HERE).catch(() => false)) return listening.onend();
        listening?.start();
    });
}
offerSpeech();
document.body.addEventListener('htmx:afterSwap', offerSpeech);
document.body.addEventListener('htmx:beforeSwap', () => listening?.stop());

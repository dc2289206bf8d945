// Pages work without this. It tells the server the visitor's time zone and colours code.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `weakspot_zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;

async function colourCode(part) {
    const blocks = part.querySelectorAll('pre code');
    if (blocks.length === 0) return;
    const { colour } = await import('./highlight.js');
    blocks.forEach(colour);
}
colourCode(document);
document.body.addEventListener('htmx:afterSwap', swap => colourCode(swap.detail.elt));

document.addEventListener('click', click => {
    for (const open of document.querySelectorAll('details.me[open]')) if (!open.contains(click.target)) open.open = false;
});
document.addEventListener('keydown', key => {
    if (key.key === 'Escape') for (const open of document.querySelectorAll('details.me[open]')) { open.open = false; open.querySelector('summary').focus(); }
});

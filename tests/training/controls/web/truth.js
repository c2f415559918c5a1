// Returns what stands in view of the elements that carry data-k (their kind), with boxes in the page's pixels and states.
() => {
  const found = [];
  const view = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
  const cut = (a, b) => ({left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
                          right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom)});
  const area = (r) => Math.max(0, r.right - r.left) * Math.max(0, r.bottom - r.top);
  const whole = (e) => {
    const r = e.getClientRects()[0] ?? e.getBoundingClientRect();
    const before = e.dataset.pseudo && getComputedStyle(e, e.dataset.pseudo);
    if (!before) return {left: r.left, top: r.top, right: r.right, bottom: r.bottom};
    const px = (name) => parseFloat(before[name]) || 0;  // custom boxes are drawn before their labels
    const left = r.left + px('left') + px('marginLeft'), top = r.top + px('top') + px('marginTop');
    const edge = before.boxSizing === 'border-box' ? 0 : 1;
    return {left, top, right: left + px('width') + edge * 2 * px('borderLeftWidth'),
            bottom: top + px('height') + edge * 2 * px('borderTopWidth')};
  };
  const inView = (e, rect) => {
    let seen = cut(rect, view);
    for (let up = e.parentElement; up; up = up.parentElement) {
      if (getComputedStyle(up).overflow === 'visible' || up === document.documentElement || up === document.body) continue;
      const r = up.getBoundingClientRect();
      seen = cut(seen, {left: r.left, top: r.top, right: r.left + up.clientLeft + up.clientWidth,
                        bottom: r.top + up.clientTop + up.clientHeight});
    }
    return seen;
  };
  const covered = (e, r) => {
    const top = document.elementFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2);
    return top && e !== top && !e.contains(top) && !top.contains(e) && !(e.dataset.under === '1');
  };
  const cover = document.querySelector('[data-cover]');  // a dialog over the rest
  const partly = (e, r) => cover && !cover.contains(e) && area(cut(r, cover.getBoundingClientRect())) > 0.1 * area(r);
  const add = (e, kind, rect, seen, states) => found.push({
    kind, box: [seen.left, seen.top, seen.right, seen.bottom], part: partly(e, seen) ? 0 : kind === 'row' && seen.right - seen.left > 0.2 * (rect.right - rect.left) ?
    (seen.bottom - seen.top) / (rect.bottom - rect.top) : area(seen) / Math.max(1, area(rect)), ...states});
  for (const e of document.querySelectorAll('[data-k]')) {
    const style = getComputedStyle(e);
    const rect = whole(e), seen = inView(e, rect);
    if (area(seen) < 9 || style.visibility === 'hidden' || covered(e, seen)) continue;
    const states = {enabled: !(e.disabled || e.dataset.d === '1'), focused: document.activeElement === e};
    const input = e.dataset.of ? document.getElementById(e.dataset.of) : e;
    if (['checkbox', 'radio button'].includes(e.dataset.k)) {
      states.checked = e.dataset.c ? e.dataset.c === '1' : !!input.checked;
      states.enabled = states.enabled && !input.disabled;
    }
    if (e.dataset.s) states.selected = e.dataset.s === '1';
    if (e.dataset.e) states.expanded = e.dataset.e === '1';
    add(e, e.dataset.k, rect, seen, states);
  }
  const bars = (e) => {
    const r = e.getBoundingClientRect(), wide = e.offsetWidth - e.clientWidth - e.clientLeft * 2;
    const high = e.offsetHeight - e.clientHeight - e.clientTop * 2;
    const inner = {left: r.left + e.clientLeft, top: r.top + e.clientTop};
    const boxes = [];
    if (wide > 4) boxes.push({left: inner.left + e.clientWidth, top: inner.top, right: inner.left + e.clientWidth + wide, bottom: inner.top + e.clientHeight});
    if (high > 4) boxes.push({left: inner.left, top: inner.top + e.clientHeight, right: inner.left + e.clientWidth, bottom: inner.top + e.clientHeight + high});
    for (const box of boxes) {
      const seen = inView(e, box);
      if (area(seen) >= 40 && !covered(e, seen)) add(e, 'scrollbar', box, seen, {});
    }
  };
  document.querySelectorAll('[data-scrolls], textarea').forEach(bars);
  const page = document.documentElement, wide = innerWidth - page.clientWidth;
  if (wide > 4) found.push({kind: 'scrollbar', box: [page.clientWidth, 0, innerWidth, innerHeight], part: 1});
  const low = innerHeight - page.clientHeight;
  if (low > 4) found.push({kind: 'scrollbar', box: [0, page.clientHeight, page.clientWidth, innerHeight], part: 1});
  return found;
}

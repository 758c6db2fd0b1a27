import { make, own } from "./make.js";

const edge = 70;
const slack = 5;

/**
 * Lets a grip carry an item by mouse, pen or finger. `find(x, y)` says where it would land ({ list, before }), `drop` takes it there.
 * Pointer events and not the drag and drop of HTML: that one knows no fingers. The style sheet gives grips `touch-action: none`.
 */
export function carryBy(grip, item, { find, drop }) {
  grip.addEventListener("pointerdown", (press) => {
    if (press.button !== 0) {
      return;
    }

    const waiting = new AbortController();
    const stop = () => waiting.abort();
    grip.setPointerCapture(press.pointerId);
    grip.addEventListener("pointermove", (move) => {
      if (Math.hypot(move.clientX - press.clientX, move.clientY - press.clientY) > slack) {
        stop();
        carry(grip, item, move, find, drop);
      }
    }, { signal: waiting.signal });
    grip.addEventListener("pointerup", stop, { signal: waiting.signal });
    grip.addEventListener("pointercancel", stop, { signal: waiting.signal });
  });
}

function carry(grip, item, first, find, drop) {
  const line = own(make(item.localName, { class: "drop-line", "aria-hidden": "true" }));
  const scroller = scrollerOf(item);
  const carrying = new AbortController();
  const { signal } = carrying;
  let point = first;
  let place = null;

  const look = () => {
    place = find(point.clientX, point.clientY) ?? place;
    if (place && (line.parentElement !== place.list || line.nextElementSibling !== place.before)) {
      place.list.insertBefore(line, place.before);
    }
  };
  const roll = () => {
    if (signal.aborted) {
      return;
    }

    const speed = speedAt(point.clientY, scroller);
    if (speed) {
      scroller.scrollBy({ top: speed, behavior: "instant" });
      look();
    }

    requestAnimationFrame(roll);
  };
  const finish = (isDropped) => {
    carrying.abort();
    line.remove();
    fold(grip, item, scroller, false);
    if (isDropped && place) {
      drop(place);
    }
  };

  grip.addEventListener("pointermove", (move) => { point = move; look(); }, { signal });
  grip.addEventListener("pointerup", () => finish(true), { signal });
  grip.addEventListener("pointercancel", () => finish(false), { signal });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      finish(false);
    }
  }, { signal, capture: true });
  fold(grip, item, scroller, true);
  look();
  roll();
}

/** Long neighbours fold to their bars while something is carried; what the finger holds must stay under the finger. */
function fold(grip, item, scroller, isCarried) {
  const before = grip.getBoundingClientRect().top;
  item.classList.toggle("is-carried", isCarried);
  document.documentElement.classList.toggle("is-sorting", isCarried);
  scroller.scrollBy({ top: grip.getBoundingClientRect().top - before, behavior: "instant" });
}

function speedAt(y, scroller) {
  const box = scroller === document.scrollingElement ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
  return (Math.max(0, y - (box.bottom - edge)) - Math.max(0, box.top + edge - y)) / 4;
}

function scrollerOf(element) {
  for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    if (parent.scrollHeight > parent.clientHeight && /auto|scroll/.test(getComputedStyle(parent).overflowY)) {
      return parent;
    }
  }

  return document.scrollingElement;
}

/** The innermost list under the pointer, and the item before which the carried one would stand. */
export function landing(lists, item, x, y) {
  const under = lists.filter((list) => !item.contains(list) && holds(list.parentElement.getBoundingClientRect(), x, y));
  const list = under.find((candidate) => !under.some((other) => other !== candidate && candidate.contains(other)));
  if (!list) {
    return null;
  }

  const others = [...list.children].filter((child) => child !== item && !child.matches(".drop-line"));
  return { list, before: others.find((child) => middle(child) > y) ?? null };
}

const holds = (box, x, y) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

const middle = (element) => {
  const box = element.getBoundingClientRect();
  return box.top + box.height / 2;
};

/** Moves a node without making it start again where the browser can; otherwise the focus at least comes back. */
export function place(item, list, before) {
  const focused = document.activeElement;
  if (list.moveBefore && item.isConnected) {
    list.moveBefore(item, before);
  } else {
    list.insertBefore(item, before);
  }

  if (item.contains(focused) && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
  }
}

"use strict";

// A classic script, so that one tag with `defer` is all a page needs. What it imports is
// fetched as modules, which lets the server refuse pages that are not on its list.
(() => {
  const places = document.querySelectorAll("sojourn-chat");
  const hide = (on) => places.forEach((place) => { place.hidden = on; });

  /** Said inside the page's own words for this case, if it has any. */
  const sayMissing = () => places.forEach((place) => {
    const notice = document.createElement("p");
    notice.setAttribute("role", "alert");
    notice.textContent =
      "The chat about staying in Canada could not be loaded. Please try again later.";
    place.append(notice);
  });

  hide(true);
  setTimeout(hide, 10000, false); // the page's own words, where nothing comes and nothing fails
  import(new URL("element.js", document.currentScript.src)).catch(sayMissing).finally(() => hide(false));
})();

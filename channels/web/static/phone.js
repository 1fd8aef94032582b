// The keys of the phone write into the field at once; without this script each key is a form post.
"use strict";
const input = document.getElementById("input");
document.getElementById("phone").addEventListener("click", (e) => {
  const button = e.target.closest("button");
  if (!button) return;
  if (button.name === "key") input.value = (input.value + button.value).slice(0, input.maxLength);
  else if (button.value === "clear") input.value = "";
  else return;
  e.preventDefault();
});

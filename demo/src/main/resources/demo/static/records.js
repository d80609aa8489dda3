"use strict";

/** Shows one decision record: a line to read, and the rest on request. */
function row(text) {
  const record = JSON.parse(text);
  const item = document.createElement("li");
  item.className = "card record";
  item.dataset.outcome = record.outcome;
  const details = item.appendChild(document.createElement("details"));
  details.append(summary(record), facts(record), raw(record));
  return item;
}

function summary(record) {
  const line = document.createElement("summary");
  const actor = record.actor ?? {};
  line.append(
    piece("time", (record.time ?? "").replace(/^.*T|Z$/g, "")),
    piece("badge " + record.outcome, (record.outcome ?? "").replace("_", " ")),
    piece("who", actor.username || "nobody yet"),
    piece("mode", record.mode || "no mode"),
    piece("actions", (record.actions ?? []).join(" ") || "sign-in"),
    piece("reason", record.reason || (record.rules ?? []).join(" ")));
  return line;
}

function piece(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text + " ";
  return span;
}

function facts(record) {
  const list = document.createElement("dl");
  const actor = record.actor ?? {};
  const assurance = record.assurance ?? {};
  const shown = {
    "Rule": (record.rules ?? []).join(", "),
    "Policy revision": record.policy,
    "Asked at": record.hook,
    "Privileged": record.privileged ? "yes" : "no",
    "Done to": (record.resources ?? []).map(({ type, id }) => `${type} ${id}`).join(", "),
    "Client": actor.client,
    "Session": actor.session,
    "Network address": actor.address,
    "Assurance": [assurance.acr, pairs(assurance.age_seconds, " s ago")].filter(Boolean).join("; "),
    "Passkey": pairs(record.passkey, ""),
    "Demand": pairs(record.demand, ""),
    "Obligations": pairs(record.obligations, ""),
    "Decision": record.decision ?? record.id,
  };
  for (const [name, value] of Object.entries(shown)) {
    list.appendChild(document.createElement("dt")).textContent = name;
    list.appendChild(document.createElement("dd")).textContent = value || "none";
  }
  return list;
}

function pairs(values, unit) {
  return Object.entries(values ?? {}).map(([name, value]) => `${name} ${value}${unit}`).join(", ");
}

function raw(record) {
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  pre.textContent = JSON.stringify(record, null, 2);
  return pre;
}

function problem(text) {
  const place = document.getElementById("problem");
  place.hidden = !text;
  place.textContent = text;
}

const records = document.getElementById("records");
const source = new EventSource("/records");
source.addEventListener("record", (event) => {
  try {
    records.prepend(row(event.data));
  } catch (error) {
    problem("A record cannot be shown because it is not JSON: " + event.data);
  }
  const count = records.children.length;
  document.getElementById("count").textContent = count + (count === 1 ? " record." : " records.");
});
source.addEventListener("problem", (event) => problem(event.data));
source.addEventListener("open", () => problem(""));
source.addEventListener("error", () => problem("The connection is lost; trying again."));

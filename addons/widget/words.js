/** What the frame of the chat says; what the assistant says comes from the server. */

const EN = {
  language: "en",
  title: "Sojourn",
  subtitle: "How long may I stay in Canada?",
  launcher: "How long may I stay?",
  close: "Close the chat",
  greeting: "Hello. I can work out how long a visitor may stay in Canada, and explain extending a stay, staying too long and leaving to come back. Ask in your own words. This is general information, not legal advice.",
  log: "Conversation",
  you: "You: ",
  bot: "Sojourn: ",
  label: "Your question",
  send: "Send",
  hint: "Enter sends, Shift+Enter starts a new line. Please leave out names and document numbers.",
  typing: "Sojourn is writing",
  choices: "Suggested replies",
  sources: "Sources",
  checked: "checked",
  lost: "No connection to the assistant. Your message is kept and will be sent again by itself.",
  again: "Try now",
  refused: "The assistant did not take this message. Please write it in another way.",
  copy: "Copy",
  copied: "The conversation is copied.",
  uncopied: "Your browser did not allow copying.",
  print: "Print summary",
  unprinted: "Your browser did not open the summary. Please allow windows for this page.",
  forget: "Forget me",
  save: "Save this picture",
  summary: "What Sojourn told me",
  told: "Told on",
  asked: "Question",
  law: "On this law",
  note: "General information, not legal advice. Computed by a program from what was said in the conversation; it is not IRCC and saw no file.",
};

const LANGUAGES = { en: EN };

/** The words of `language`, or English. */
export function words(language) {
  return LANGUAGES[language.split("-")[0].toLowerCase()] ?? EN;
}

/** `2027-02-03` as `3 February 2027`: no order of day and month to misread. */
export function dayInWords(iso, language) {
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return String(iso);
  const locale = language.toLowerCase().startsWith("fr") ? "fr-CA" : "en-GB";
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** The day on the person's own clock. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

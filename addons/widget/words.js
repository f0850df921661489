/** What the frame of the chat says; what the assistant says comes from the server. */

const EN = {
  language: "en",
  locale: "en-GB",
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
  hint: "Enter sends. No names or document numbers, please.",
  typing: "Sojourn is writing",
  slow: "This takes longer than usual. Please wait.",
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
  unkept: "Your browser keeps nothing for this page: a reload starts a new conversation.",
  save: "Save this picture",
  summary: "What Sojourn told me",
  told: "Told on",
  asked: "Question:",
  law: "On this law",
  earlier: "Earlier answers are left out so that this fits on one page; Copy has the whole conversation.",
  note: "General information, not legal advice. Computed by a program from what was said in the conversation; it is not IRCC and saw no file.",
};

// The assistant itself reads and writes English only, and this frame says so, until there is
// a language/texts/fr. What it says is marked with the language it comes in.
const FR = {
  language: "fr",
  locale: "fr-CA",
  title: "Sojourn",
  subtitle: "Combien de temps puis-je rester? (en anglais)",
  launcher: "Combien de temps puis-je rester?",
  close: "Fermer la discussion",
  greeting: "Bonjour. Je calcule combien de temps une personne en visite peut rester au Canada, et j'explique comment prolonger un séjour, ce qui arrive après la date limite et ce que change un départ suivi d'un retour. Pour l'instant, je ne comprends que l'anglais et je réponds en anglais\u00a0: posez votre question en anglais. Ceci est une information générale, et non un avis juridique.",
  log: "Conversation",
  you: "Vous\u00a0: ",
  bot: "Sojourn\u00a0: ",
  label: "Votre question (en anglais)",
  send: "Envoyer",
  hint: "Entrée envoie. Ni nom ni numéro de document, s.v.p.",
  typing: "Sojourn écrit",
  slow: "La réponse prend plus de temps que d'habitude. Veuillez patienter.",
  choices: "Réponses proposées",
  sources: "Sources",
  checked: "vérifié le",
  lost: "L'assistant ne peut pas être joint. Votre message est gardé et sera renvoyé automatiquement.",
  again: "Réessayer",
  refused: "L'assistant n'a pas accepté ce message. Écrivez-le autrement.",
  copy: "Copier",
  copied: "La conversation est copiée.",
  uncopied: "Votre navigateur n'a pas permis la copie.",
  print: "Imprimer un résumé",
  unprinted: "Votre navigateur n'a pas ouvert le résumé. Autorisez les fenêtres pour cette page.",
  forget: "M'oublier",
  unkept: "Votre navigateur ne garde rien pour cette page\u00a0: un rechargement commence une nouvelle conversation.",
  save: "Enregistrer cette image",
  summary: "Ce que Sojourn m'a dit",
  told: "Dit le",
  asked: "Question\u00a0:",
  law: "D'après ces textes",
  earlier: "Les réponses précédentes sont omises pour tenir sur une page; Copier donne toute la conversation.",
  note: "Information générale, et non un avis juridique. Calculée par un programme d'après ce qui a été dit dans la conversation; ce n'est pas IRCC, et aucun dossier n'a été consulté.",
};

const LANGUAGES = new Map([["en", EN], ["fr", FR]]);

/** The words of `language`, or English. */
export function words(language) {
  return LANGUAGES.get(language.split("-")[0].toLowerCase()) ?? EN;
}

/** `2027-02-03` as `3 February 2027`: no order of day and month to misread. */
export function dayInWords(iso, { locale }) {
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return String(iso);
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** The day on the person's own clock. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

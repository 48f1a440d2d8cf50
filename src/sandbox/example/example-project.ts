/**
 * The files of the project that the embedded world is about, from the root of the repository: a configuration and
 * the issue templates made from it. `config/` begins as the same program and becomes the adopter's own; the demo and
 * the tests go on telling this one.
 */
const folder = 'src/sandbox/example/project';

/** Directory with `program.yml` and `roster.yml`. */
export const exampleConfigDirectory = `${folder}/config`;

/** The template that requests of the story are opened from. */
export const exampleTemplate = `${folder}/.gitlab/issue_templates/SME Request.md`;

/** The template that its customer feedback is opened from. */
export const exampleFeedbackTemplate = `${folder}/.gitlab/issue_templates/Customer Feedback.md`;

/** The story did not go as it is written: a promise of the demo is broken, and it ends with exit code 1. */
export class StoryWentWrong extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoryWentWrong';
  }
}

// Questions and words for trying the prompters: the ones of the storyboard.
import type { OneQuestion, PromptWords, SeveralQuestion, TextQuestion } from '../../src/prompt/prompter';

export const words: PromptWords = {
  lang: 'en',
  quotes: ['“', '”'],
  back: 'Back',
  keysOne: 'Up and down move, Enter chooses',
  keysSeveral: 'Space chooses, Enter goes on',
  keysText: 'Enter goes on',
  keysBack: 'Ctrl-B goes back',
  footBack: 'back',
  keysPage: (number, total) => `Space shows the next page (${number} of ${total})`,
  chooseNumber: (first, last) => `Choose ${first} to ${last}`,
  chooseNumbers: (first, last) => `Choose one or more of ${first} to ${last}, with commas between`,
  orEnterFor: (label) => `, or press Enter for ${label}`,
  colon: ': ',
  youChose: (label) => `You chose: ${label}.`,
  notAChoice: (typed, first, last) => `"${typed}" is not one of the choices. Type a number from ${first} to ${last}.`,
  chooseAtLeastOne: 'Choose at least one. Press Space to choose.',
  onlyAlone: (label) => `"${label}" cannot go together with another choice.`,
  tooLong: 'That is too long to be an answer.',
};

export const goal: OneQuestion<string> = {
  id: 'goal',
  title: 'What do you want to do?',
  back: false,
  choices: [
    { value: 'cancel', label: 'Stop paying, keep a free account', hint: 'your chats stay', key: 'cancel' },
    { value: 'delete', label: 'Delete the account', hint: 'chats, files and memory go, for good', key: 'delete' },
    { value: 'unsure', label: "I'm not sure", hint: 'what each one means' },
  ],
};

export const billers: SeveralQuestion<string> = {
  id: 'billed-by',
  title: 'Who charges you for ChatGPT?',
  aside: 'question 3 of 5',
  help: ['Your bank statement says it. More than one is possible.'],
  back: true,
  initial: [],
  alone: ['unsure'],
  choices: [
    { value: 'openai', label: 'OpenAI', hint: 'for example OPENAI *CHATGPT SUBSCR', key: 'openai' },
    { value: 'apple', label: 'Apple', hint: 'APPLE.COM/BILL' },
    { value: 'google', label: 'Google Play', hint: 'GOOGLE *...' },
    { value: 'organization', label: 'My employer or school' },
    { value: 'partner', label: 'A phone company or another offer' },
    { value: 'unsure', label: "I'm not sure", hint: 'we will find out together' },
  ],
};

export const plan: OneQuestion<string> = {
  id: 'plan',
  title: 'Which plan do you have?',
  aside: 'question 2 of 5',
  back: true,
  choices: ['Free', 'Go', 'Plus', 'Pro', 'Business'].map((label) => ({ value: label.toLowerCase(), label })),
};

export const date: TextQuestion = {
  id: 'renews',
  title: 'When is the next payment?',
  aside: 'question 5 of 5',
  help: ['As in ', { kind: 'strong', text: '2026-12-03' }, '. Press Enter alone if you do not know.'],
  back: true,
  check: async (text) => {
    await new Promise((resolve) => setImmediate(resolve));
    return text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : 'That is not a date like 2026-12-03.';
  },
};

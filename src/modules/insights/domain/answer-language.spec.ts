import { isEnglish } from './answer-language';

describe('isEnglish', () => {
  it.each([
    'The resume shows Node.js and PostgreSQL in one product. Kubernetes is not named.',
    'Led the El Paso office of Casa de la Luz, with a budget of 2 million.',
    'Node.js, PostgreSQL, Docker.',
    '',
  ])('is so for %j', (text) => {
    expect(isEnglish(text)).toBe(true);
  });

  it.each([
    'Der Lebenslauf zeigt Node.js und PostgreSQL. Kubernetes ist nicht genannt.',
    'Le CV montre une expérience avec Node.js. Il ne parle pas de Kubernetes.',
    'El currículum muestra experiencia con Node.js y PostgreSQL. No menciona Kubernetes por su nombre.',
    'O currículo mostra uma experiência com Node.js. Não fala do Kubernetes.',
    'De kandidaat heeft ervaring met Node.js. Kubernetes is niet genoemd in het cv.',
    'Резюме показывает опыт работы с Node.js.',
    '履歴書には経験が示されています。',
  ])('is not so for %j', (text) => {
    expect(isEnglish(text)).toBe(false);
  });
});

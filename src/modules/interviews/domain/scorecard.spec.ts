import { type AttributeRating, type Rating, scorecardSummary } from './scorecard';

const rated = (attributeId: string, rating: Rating, name = attributeId): AttributeRating => ({
  attributeId,
  name,
  rating,
  note: null,
});

it('counts each rating, in all and for each attribute, under its last name', () => {
  const summary = scorecardSummary([
    { overallRating: 'yes', ratings: [rated('a', 'yes', 'SAP'), rated('b', 'no')] },
    { overallRating: 'yes', ratings: [rated('a', 'strong_yes', 'SAP S/4')] },
    { overallRating: 'definitely_not', ratings: [] },
  ]);
  const none = { definitely_not: 0, no: 0, mixed: 0, yes: 0, strong_yes: 0 };
  expect(summary).toEqual({
    count: 3,
    overall: { ...none, yes: 2, definitely_not: 1 },
    attributes: [
      {
        attributeId: 'a',
        name: 'SAP S/4',
        count: 2,
        ratings: { ...none, yes: 1, strong_yes: 1 },
      },
      { attributeId: 'b', name: 'b', count: 1, ratings: { ...none, no: 1 } },
    ],
  });
});

it('says nothing of nobody', () => {
  expect(scorecardSummary([])).toMatchObject({ count: 0, attributes: [] });
});

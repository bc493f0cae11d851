/**
 * What a step can see: the smallest error rate of green that so many requests can tell from blue's.
 *
 * Reckoned with the exact conditional test of two counts (the errors of both sides taken together, green's are binomial
 * by its share of the requests), α = 1 % one-sided, found with a probability of 90 %, blue at 0.1 % errors. That is the
 * most that any test with this α can promise at the end of the step. The comparison itself, which may be looked at all
 * the time and tolerates 1.5 times blue's rate, needs about a third more; in return it sees gross faults within a minute.
 * Przyborowski and Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31 (1940).
 */
const alpha = 0.01;
const power = 0.9;
const blueRate = 0.001;

/** Beyond so many errors of blue the counts are as good as normal, and the exact sum would only take longer. */
const exactUpTo = 300;

/**
 * The smallest error rate (0 to 1) of green that its requests can show beside blue's; undefined when there are too few
 * for any.
 */
export function smallestVisibleRate(greenRequests: number, blueRequests: number): number | undefined {
  const green = Math.round(greenRequests);
  const blue = Math.round(blueRequests);
  if (green < 1 || blue < 1) return undefined;
  const isFound =
    blue * blueRate > exactUpTo ? (rate: number) => isFoundByFormula(green, blue, rate) : exactly(green, blue);
  if (!isFound(1)) return undefined;
  let [unseen, seen] = [blueRate, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (unseen + seen) / 2;
    if (isFound(middle)) seen = middle;
    else unseen = middle;
  }
  return seen;
}

/** Answers whether a rate is found often enough. Which count of green's errors is too many depends on blue's only. */
function exactly(green: number, blue: number): (rate: number) => boolean {
  const share = green / (green + blue);
  const blues = binomial(blue, blueRate);
  let least = 1;
  const tooMany = blues.map((_, errors) => {
    while (least <= green && tailFrom(least, least + errors, share) >= alpha - 1e-12) least++;
    return least;
  });
  return (rate) => {
    const greens = binomial(green, rate);
    const atLeast = new Float64Array(greens.length + 1);
    for (let i = greens.length - 1; i >= 0; i--) atLeast[i] = (atLeast[i + 1] ?? 0) + (greens[i] ?? 0);
    const found = blues.reduce((sum, chance, errors) => sum + chance * (atLeast[tooMany[errors] ?? 0] ?? 0), 0);
    return found >= power;
  };
}

/** The chances of 0, 1, 2, … of `count` at `rate`, as far as they matter. */
function binomial(count: number, rate: number): number[] {
  if (rate >= 1) return [...Array.from({ length: count }, () => 0), 1];
  const top = Math.min(count, Math.ceil(count * rate + 10 * Math.sqrt(count * rate) + 20));
  const odds = Math.log(rate) - Math.log1p(-rate);
  let log = count * Math.log1p(-rate);
  return Array.from({ length: top + 1 }, (_, i) => {
    if (i > 0) log += Math.log((count - i + 1) / i) + odds;
    return Math.exp(log);
  });
}

/** The chance of `least` or more of `count`. */
function tailFrom(least: number, count: number, share: number): number {
  return binomial(count, share)
    .slice(least)
    .reduce((sum, chance) => sum + chance, 0);
}

/** The usual formula for two proportions with these errors. */
function isFoundByFormula(green: number, blue: number, rate: number): boolean {
  const [zAlpha, zPower] = [2.3263, 1.2816];
  const both = (green * rate + blue * blueRate) / (green + blue);
  const equal = Math.sqrt(both * (1 - both) * (1 / green + 1 / blue));
  const different = Math.sqrt((rate * (1 - rate)) / green + (blueRate * (1 - blueRate)) / blue);
  return rate - blueRate >= zAlpha * equal + zPower * different;
}

/** What a step of the plan can see at the traffic there is, in a sentence. */
export function visibilityOf(step: { weight: number; bakeMs: number }, requestsPerSecond: number): string {
  const { weight, bakeMs } = step;
  const rateWords = short(requestsPerSecond);
  const traffic = `at ${rateWords} request${rateWords === '1' ? '' : 's'}/s, ${weight} % for ${time(bakeMs)}`;
  if (weight >= 100) return `${traffic} leaves nothing to compare with: ${withoutBlue}`;
  const all = (requestsPerSecond * bakeMs) / 1000;
  const rate = smallestVisibleRate((all * weight) / 100, (all * (100 - weight)) / 100);
  if (rate === undefined) return `${traffic} is too few requests to tell the two sides apart`;
  return `${traffic} shows error rates above ${upwards(100 * rate)} %`;
}

const withoutBlue = 'the old side takes no requests, only alarms, target health, stopped tasks and the probe speak';

/** Whole percents from 3 % on, tenths from 1 %, then one digit that counts: more would promise what nobody can know. */
function upwards(percent: number): number {
  const grain = percent >= 3 ? 1 : percent >= 1 ? 0.1 : 10 ** Math.floor(Math.log10(percent));
  return Number((Math.ceil(percent / grain - 1e-9) * grain).toPrecision(2));
}

const short = (rate: number): string => Number(rate.toPrecision(2)).toLocaleString('en-US');

function time(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds % 60 === 0 && seconds > 0 ? `${seconds / 60} min` : `${seconds} s`;
}

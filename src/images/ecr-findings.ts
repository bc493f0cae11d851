import { type Reading, read, wrong } from '../spec/kind.js';
import { type Finding, type ScanReport, severityOf } from './findings.js';

/** One page of DescribeImageScanFindings, as far as it is read. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImageScanFindings.html */
export interface EcrFindingsPage {
  readonly imageId?: { readonly imageDigest?: string | undefined } | undefined;
  readonly imageScanFindings?:
    | {
        readonly findings?: readonly BasicFinding[] | undefined;
        readonly enhancedFindings?: readonly EnhancedFinding[] | undefined;
        readonly findingSeverityCounts?: Readonly<Partial<Record<string, number>>> | undefined;
      }
    | undefined;
}

interface BasicFinding {
  readonly name?: string | undefined;
  readonly severity?: string | undefined;
  readonly uri?: string | undefined;
  readonly attributes?:
    | readonly { readonly key?: string | undefined; readonly value?: string | undefined }[]
    | undefined;
}

interface EnhancedFinding {
  readonly title?: string | undefined;
  readonly severity?: string | undefined;
  readonly status?: string | undefined;
  readonly packageVulnerabilityDetails?:
    | {
        readonly vulnerabilityId?: string | undefined;
        readonly sourceUrl?: string | undefined;
        readonly vulnerablePackages?:
          | readonly {
              readonly name?: string | undefined;
              readonly version?: string | undefined;
              readonly fixedInVersion?: string | undefined;
            }[]
          | undefined;
      }
    | undefined;
}

/**
 * All pages of one image in one report. Refused is what cannot be whole: no findings member at all, or fewer findings of a
 * severity than ECR itself counts.
 */
export function readEcrFindings(pages: readonly EcrFindingsPage[]): Reading<ScanReport> {
  const each = pages.flatMap(({ imageScanFindings }) => (imageScanFindings === undefined ? [] : [imageScanFindings]));
  if (each.length === 0) return wrong('has no findings member: the image was not scanned');
  const basic = each.flatMap(({ findings = [] }) => findings);
  const enhanced = each.flatMap(({ enhancedFindings = [] }) => enhancedFindings);
  const strange = [...basic, ...enhanced].find(({ severity = '' }) => severityOf(severity) === undefined);
  if (strange !== undefined)
    return wrong(`has a severity that is not known here (${JSON.stringify(strange.severity)})`);
  const counts = each.at(-1)?.findingSeverityCounts ?? {};
  const counted = Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  // Enhanced findings that are closed or suppressed are listed and not counted, so that there may be more, never fewer.
  if (basic.length + enhanced.length < counted) {
    return wrong(`holds ${basic.length + enhanced.length} of ${counted} findings: pages are missing`);
  }
  const digest = pages.find(({ imageId }) => imageId?.imageDigest !== undefined)?.imageId?.imageDigest;
  return read({
    source:
      enhanced.length > 0 || each.some(({ enhancedFindings }) => enhancedFindings !== undefined)
        ? 'ECR enhanced'
        : 'ECR basic',
    findings: [...basic.map(ofBasic), ...enhanced.flatMap(ofEnhanced)],
    subjects: digest === undefined ? [] : [digest],
  });
}

function ofBasic({ name = '', severity = '', uri = '', attributes = [] }: BasicFinding): Finding {
  const attribute = (key: string) => attributes.find((one) => one.key === key)?.value ?? '';
  return {
    id: name,
    severity: severityOf(severity) ?? 'unknown',
    package: attribute('package_name'),
    version: attribute('package_version'),
    fixedIn: attribute('fixed_in_version') || attribute('patched_version'),
    url: uri,
  };
}

/** https://docs.aws.amazon.com/inspector/v2/APIReference/API_Finding.html */
function ofEnhanced({
  title = '',
  severity = '',
  status = 'ACTIVE',
  packageVulnerabilityDetails = {},
}: EnhancedFinding): Finding[] {
  if (status === 'CLOSED') return [];
  const { vulnerabilityId = title, sourceUrl = '', vulnerablePackages = [] } = packageVulnerabilityDetails;
  const packages = vulnerablePackages.length === 0 ? [{ name: '', version: '' }] : vulnerablePackages;
  return packages.map((one) => {
    const fixedIn = 'fixedInVersion' in one ? (one.fixedInVersion ?? '') : '';
    return {
      id: vulnerabilityId,
      severity: severityOf(severity) ?? 'unknown',
      package: one.name ?? '',
      version: one.version ?? '',
      fixedIn: fixedIn === 'NotAvailable' ? '' : fixedIn,
      url: sourceUrl,
      ...(status === 'SUPPRESSED' ? { asideBecause: 'a suppression rule of Amazon Inspector' } : {}),
    };
  });
}

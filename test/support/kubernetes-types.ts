import { join } from 'node:path';
import ts from 'typescript';

/** Where the package kubernetes-types declares a kind. */
const MODULES: Readonly<Record<string, string>> = {
  v1: 'core/v1',
  'apps/v1': 'apps/v1',
  'batch/v1': 'batch/v1',
  'autoscaling/v2': 'autoscaling/v2',
  'policy/v1': 'policy/v1',
  'networking.k8s.io/v1': 'networking/v1',
};

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

/** What is wrong with manifests by the published types of Kubernetes: fields that are unknown, missing or of another type. */
export function kubernetesProblems(manifests: readonly Manifest[]): readonly string[] {
  const file = join(process.cwd(), 'kubernetes-manifests.ts');
  const source = manifests
    .map((one, n) => {
      const module = MODULES[one.apiVersion] ?? `unknown/${one.apiVersion}`;
      const type = `import('kubernetes-types/${module}').${one.kind}`;
      return `export const manifest${n}: ${type} = ${JSON.stringify(one)};`;
    })
    .join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (name, language, ...rest) =>
    name === file
      ? ts.createSourceFile(name, source, language)
      : readSource(name, language, ...rest);
  const isThere = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || isThere(name);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

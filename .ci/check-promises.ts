/**
 * No promise is left alone: `npm run check:promises`. A failure nobody awaits is a failure nobody hears of.
 *
 * Biome's noFloatingPromises says it in the editor, but infers types on its own and does not see through
 * `Pick<Store, 'save'>`, a parameter typed by its context, or a package's types: the usual shapes of ports and
 * SDKs; and its noMisusedPromises refuses `if (maybePromise)`. TypeScript knows.
 */
import { relative } from 'node:path';
import ts from 'typescript';

/** Reads tsconfig.json in `folder`. */
export function openProgram(folder: string): ts.Program {
  const configPath = `${folder}/tsconfig.json`;
  const { config, error } = ts.readConfigFile(configPath, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  return ts.createProgram(fileNames, options);
}

/**
 * One sentence a problem, with file and line (relative to `folder`): a promise that is a statement of its own, a
 * promise used as a condition, an async function given to who ignores what it returns. `void promise` says that
 * it is meant; so do `.catch(…)` and `.then(…, …)`.
 */
export function promiseProblems(program: ts.Program, folder: string): string[] {
  const checker = program.getTypeChecker();
  const problems: string[] = [];

  for (const file of program.getSourceFiles()) {
    if (program.isSourceFileFromExternalLibrary(file) || file.isDeclarationFile) continue;
    visit(file);
  }
  return problems;

  function visit(node: ts.Node): void {
    if (ts.isExpressionStatement(node)) checkStatement(node.expression);
    for (const condition of conditionsOf(node)) checkCondition(condition);
    if (isFunctionReference(node)) checkIgnoredAnswer(node);
    ts.forEachChild(node, visit);
  }

  function checkStatement(expression: ts.Expression): void {
    for (const result of resultsOf(expression)) {
      if (ts.isVoidExpression(result) || isHandled(result)) continue;
      const type = checker.getTypeAtLocation(result);
      if (isPromise(type) || isListOfPromises(type)) {
        report(
          result,
          'nobody awaits this promise: await it, return it, or write `void` and say why it may fail.',
        );
      }
    }
  }

  function checkCondition(condition: ts.Expression): void {
    const type = checker.getTypeAtLocation(condition);
    // `if (maybePromise)` asks whether there is one; only a value that is always a promise is a mistake.
    if (type.isUnion() ? type.types.every(isPromise) : isPromise(type)) {
      report(condition, 'a promise is always true: await it first.');
    }
  }

  function checkIgnoredAnswer(node: ts.Expression): void {
    const expected = checker.getContextualType(node);
    if (!expected || !ignoresAnswer(expected) || anOverloadAwaits(node)) return;
    if (signaturesOf(checker.getTypeAtLocation(node)).some((signature) => returns(signature, isPromise))) {
      report(
        node,
        'who calls this function ignores its promise: handle the failure inside, or await the calls.',
      );
    }
  }

  function ignoresAnswer(type: ts.Type): boolean {
    const signatures = type.isUnion() ? type.types.flatMap(signaturesOf) : signaturesOf(type);
    return signatures.length > 0 && signatures.every((signature) => returns(signature, isVoid));
  }

  /** Mocha's `it` and its like: TypeScript picks the overload for callbacks, another one awaits the promise. */
  function anOverloadAwaits(node: ts.Expression): boolean {
    if (!ts.isCallExpression(node.parent)) return false;
    const position = node.parent.arguments.indexOf(node);
    const overloads = signaturesOf(checker.getTypeAtLocation(node.parent.expression));
    return overloads.length > 1 && overloads.some((overload) => awaitsAt(overload, position));
  }

  function awaitsAt(overload: ts.Signature, position: number): boolean {
    const parameter = overload.parameters[position];
    if (!parameter) return false;
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
    return signaturesOf(type).some((signature) => returns(signature, isPromise));
  }

  function signaturesOf(type: ts.Type): readonly ts.Signature[] {
    return checker.getSignaturesOfType(type, ts.SignatureKind.Call);
  }

  function returns(signature: ts.Signature, test: (type: ts.Type) => boolean): boolean {
    return test(checker.getReturnTypeOfSignature(signature));
  }

  function isPromise(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(isPromise);
    const then = type.getProperty('then');
    return then !== undefined && signaturesOf(checker.getTypeOfSymbol(then)).length > 0;
  }

  function isListOfPromises(type: ts.Type): boolean {
    if (!checker.isArrayLikeType(type)) return false;
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return element !== undefined && isPromise(element);
  }

  function report(node: ts.Node, what: string): void {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    problems.push(`${relative(folder, file.fileName)}:${line + 1}: ${what}`);
  }
}

/** `a ? f() : g()`, `a && f()`, `a, f()`: each call whose promise would be lost. */
function resultsOf(expression: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(expression)) return resultsOf(expression.expression);
  if (ts.isConditionalExpression(expression)) {
    return [...resultsOf(expression.whenTrue), ...resultsOf(expression.whenFalse)];
  }
  if (ts.isBinaryExpression(expression)) {
    const operator = expression.operatorToken.kind;
    if (operator === ts.SyntaxKind.CommaToken) {
      return [...resultsOf(expression.left), ...resultsOf(expression.right)];
    }
    const isLogical =
      operator === ts.SyntaxKind.AmpersandAmpersandToken ||
      operator === ts.SyntaxKind.BarBarToken ||
      operator === ts.SyntaxKind.QuestionQuestionToken;
    return isLogical ? resultsOf(expression.right) : [];
  }
  return [expression];
}

function isHandled(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  const { expression: receiver, name } = expression.expression;
  if (name.text === 'catch') return expression.arguments.length > 0;
  if (name.text === 'then') return expression.arguments.length > 1;
  return name.text === 'finally' && isHandled(receiver);
}

function conditionsOf(node: ts.Node): ts.Expression[] {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return [node.expression];
  if (ts.isConditionalExpression(node)) return [node.condition];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [node.operand];
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    const isLogical =
      operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken;
    return isLogical ? [node.left] : [];
  }
  return [];
}

function isFunctionReference(node: ts.Node): node is ts.Expression {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return true;
  const isName = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
  return isName && ts.isCallExpression(node.parent) && node.parent.arguments.includes(node);
}

function isVoid(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Void) !== 0;
}

if (import.meta.main) {
  const folder = process.cwd();
  const problems = promiseProblems(openProgram(folder), folder);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

/**
 * What BuildKit itself lists of a folder: the text of a .dockerignore file, the files, and what fsutil's FilterFS (2026-07-17) with
 * patternmatcher 0.6.1 sent of them. Drawn at random, one of each shape, and written by those programs; never by the code that is
 * tested. Names of files are parted by " | ".
 */
export const ANSWERS: readonly (readonly [ignoreFile: string, files: string, sent: string])[] = [
  ['!../../**\n /README.md\t\n!a[a-c]', 'f] | a b/a b', ''],
  [
    '! x.md/*^\n?x',
    'node_modules/a^b/a b | ab | üx/src',
    'ab | node_modules | node_modules/a^b | node_modules/a^b/a b',
  ],
  [
    '#[a-c]\n/?',
    'b/README.md | a^b/!odd/.x/a | #c/.git/#c',
    '#c | #c/.git | #c/.git/#c | a^b | a^b/!odd | a^b/!odd/.x | a^b/!odd/.x/a',
  ],
  [
    'b',
    '#c | a^b/b | src/node_modules/x.md/README.md | b/foo.txt | .x/ab | a-b/a^b/README.md | ab/README.md',
    '#c | .x | .x/ab | a-b | a-b/a^b | a-b/a^b/README.md | a^b | a^b/b | ab | ab/README.md | src | src/node_modules | src/node_modules/x.md | src/node_modules/x.md/README.md',
  ],
  [
    '?oo\r\nf\\]\r\n#src/f*',
    'foo/f]/f]/x.md | #c/foo/a | a b | a^b/b/foo/README.md | .x/#c/bar | bar/.x/.git | foo.txt',
    '#c | #c/foo | #c/foo/a | .x | .x/#c | .x/#c/bar | a b | a^b | a^b/b | a^b/b/foo | a^b/b/foo/README.md | bar | bar/.x | bar/.x/.git | foo.txt',
  ],
  ['[^a]*/', 'é/bar | node_modules/src | .x | bar/x.md/ab/README.md', ''],
  [
    '!*o*\r\n /f]/src\t\r\n\\!odd',
    'README.md/.git | a/node_modules/.git | ab/a b/ab/f] | !odd/a b/a b | a^b/.x/a^b | a b/README.md',
    'README.md | README.md/.git | a | a/node_modules | a/node_modules/.git | a b | a b/README.md | a^b | a^b/.x | a^b/.x/a^b | ab | ab/a b | ab/a b/ab | ab/a b/ab/f]',
  ],
  [
    '**/*^\na\\^b\n*[.]md/.x',
    'a b/a b/f] | foo/é | a | .git/a b/bar | a^b/foo.txt | .git/é',
    '.git | .git/a b | .git/a b/bar | .git/é | a | a b | a b/a b | a b/a b/f] | foo | foo/é',
  ],
  [
    '/***\r\n !.x\t',
    '.x/.x/foo | a b/src/.x/foo.txt | é/a-b/#c/üx | a-b/foo/foo/x.md | #c/foo/a/foo.txt | #c/a b/ab/a',
    '.x | .x/.x | .x/.x/foo',
  ],
  ['f?o/*/#c\r\n*o*/**/', 'a^b | foo/!odd | bar/bar', 'a^b | bar | bar/bar | foo'],
  [
    '/foo.txt\nf*\n!b/[^a]*',
    '.git/bar | foo/f] | .x | f]/!odd/a b | x.md | a b/#c | src/ab',
    '.git | .git/bar | .x | a b | a b/#c | src | src/ab | x.md',
  ],
  [
    'a^b\n !odd/[.]x/f?o\t',
    'foo/x.md/ab | .git/é/#c/ab | .x/.x | #c/!odd/node_modules/a^b | a^b/a-b/bar/README.md | üx/foo.txt/a | README.md/a b/ab/x.md',
    '#c | #c/!odd | #c/!odd/node_modules | #c/!odd/node_modules/a^b | .git | .git/é | .git/é/#c | .git/é/#c/ab | .x | .x/.x | README.md | README.md/a b | README.md/a b/ab | README.md/a b/ab/x.md | foo | foo/x.md | foo/x.md/ab | üx | üx/foo.txt | üx/foo.txt/a',
  ],
  [
    '![.]x/node_modules\n**.md\n!b\n\\#c/f\\]/.git',
    'a-b/a^b | ab | f]/#c/x.md/.git | .git/a/node_modules/README.md | !odd/#c',
    '!odd | !odd/#c | .git | .git/a | .git/a/node_modules | a-b | a-b/a^b | ab | f] | f]/#c',
  ],
  [
    '!odd/*/a\\^b\na\\^b/bar/\n*o*\na-b/bar/*^/',
    'node_modules | a/foo.txt | é/README.md/README.md/b | #c/a^b/é/üx | x.md/README.md/ab | foo.txt | a-b/README.md/a b/a-b',
    '#c | #c/a^b | #c/a^b/é | #c/a^b/é/üx | a | a/foo.txt | a-b | a-b/README.md | a-b/README.md/a b | a-b/README.md/a b/a-b | x.md | x.md/README.md | x.md/README.md/ab | é | é/README.md | é/README.md/README.md | é/README.md/README.md/b',
  ],
  [
    './ab\r\n.x\r\na**\r\n a b/foo.txt/?oo\t',
    'a b/a-b/bar | f]/a | ab/foo.txt/a b | é | a/.x/src | .git/README.md',
    '.git | .git/README.md | f] | f]/a | é',
  ],
  [
    '[^a]*\n!/[.]x\n*.md/\nf\\]/üx',
    '#c/#c | #c/!odd | a/b | a-b/README.md/a/ab | .git/a/#c/ab | üx/a^b/a-b',
    'a | a/b | a-b | a-b/README.md | a-b/README.md/a | a-b/README.md/a/ab',
  ],
  [
    '**/bar',
    '.git/üx | a^b/a^b/src/#c | bar/bar/node_modules/a-b | #c/a | é | a b/a-b | README.md/a-b/.git/.git',
    '#c | #c/a | .git | .git/üx | README.md | README.md/a-b | README.md/a-b/.git | README.md/a-b/.git/.git | a b | a b/a-b | a^b | a^b/a^b | a^b/a^b/src | a^b/a^b/src/#c | é',
  ],
  [
    '*o*/f*/.\r\na\\^b',
    'ab/é/é | é/README.md | foo.txt/f]/x.md/.x | !odd/foo.txt/bar/README.md',
    '!odd | ab | ab/é | ab/é/é | foo.txt | é | é/README.md',
  ],
  [
    '!**/\r\nf]\r\n!f\\]/bar\r\n [.]x/*^/**\t',
    'README.md/a^b/x.md | a^b/a^b/b/foo.txt | x.md/a b | f] | bar/.x/a-b/.x | é/!odd/üx/README.md',
    'README.md | README.md/a^b | README.md/a^b/x.md | a^b | a^b/a^b | a^b/a^b/b | a^b/a^b/b/foo.txt | bar | bar/.x | bar/.x/a-b | bar/.x/a-b/.x | x.md | x.md/a b | é | é/!odd | é/!odd/üx | é/!odd/üx/README.md',
  ],
  ['a^*/f?o\n!foo.txt/a/**.md\nfoo\n![a-c]/*', 'ab/#c | foo/a/ab | ab/a-b', 'ab | ab/#c | ab/a-b'],
  [
    '!/**/\n foo**//a\\^b\t\n/f\\]/**o/*\nf*/!odd',
    'foo/!odd/foo | bar/f]/a^b | é/b/.git',
    'bar | bar/f] | bar/f]/a^b | foo | é | é/b | é/b/.git',
  ],
  [
    '.*\r\na-b/f*/foo\r\n! f]\r\n#.*/**foo/foo.txt',
    '.git | é | a^b/b/a-b | a b/foo/a-b',
    'a b | a b/foo | a b/foo/a-b | a^b | a^b/b | a^b/b/a-b | é',
  ],
  [
    '!a^*\r\n!a^*/f?o/a**\r\n**foo',
    'a^b/#c/a b/é | #c/f] | f]/a^b/foo | a/#c/ab/a | #c/README.md/foo/src | .git/ab/!odd | !odd',
    '!odd | #c | #c/README.md | #c/f] | .git | .git/ab | .git/ab/!odd | a | a/#c | a/#c/ab | a/#c/ab/a | a^b | a^b/#c | a^b/#c/a b | a^b/#c/a b/é | f] | f]/a^b',
  ],
  [
    '/**.md\r\n!a^*/?oo/a^*\r\n!*^//\r\n!**o',
    'README.md/é/README.md | !odd/ab | f]/#c/a/é | ab/a/.x | f]/f]/foo.txt/foo | node_modules/f]/x.md/üx | a-b/x.md/foo/a',
    '!odd | !odd/ab | a-b | a-b/x.md | a-b/x.md/foo | a-b/x.md/foo/a | ab | ab/a | ab/a/.x | f] | f]/#c | f]/#c/a | f]/#c/a/é | f]/f] | f]/f]/foo.txt | f]/f]/foo.txt/foo | node_modules | node_modules/f]',
  ],
  [
    '/a\\^b\n/bar\n! a b/a^*/foo\n!./**.md/',
    '.git/foo.txt/üx/foo | üx/ab | b/é/.x | .x/foo.txt | foo.txt/bar/!odd/foo | bar/#c/#c',
    '.git | .git/foo.txt | .git/foo.txt/üx | .git/foo.txt/üx/foo | .x | .x/foo.txt | b | b/é | b/é/.x | foo.txt | foo.txt/bar | foo.txt/bar/!odd | foo.txt/bar/!odd/foo | üx | üx/ab',
  ],
  [
    'x.md/\r\n#! **o/*^\r\n!***/foo/a-b\r\n***/é?',
    'f]/.x/src/src | a-b/README.md/a/.git | x.md/f]/a^b | .git/a b/f]/.git | a b | a^b/bar/node_modules',
    '.git | .git/a b | .git/a b/f] | .git/a b/f]/.git | a b | a-b | a-b/README.md | a-b/README.md/a | a-b/README.md/a/.git | a^b | a^b/bar | a^b/bar/node_modules | f] | f]/.x | f]/.x/src | f]/.x/src/src',
  ],
  [
    'a**b/**/\n[^a]*/x.md/f]\nREADME.md',
    'f]/é | ab/foo.txt/a^b | a-b/.git/.x | src/!odd/foo/README.md | a-b/a | !odd/üx/b/foo.txt | .git/bar/b/bar',
    '!odd | !odd/üx | !odd/üx/b | !odd/üx/b/foo.txt | .git | .git/bar | .git/bar/b | .git/bar/b/bar | a-b | a-b/.git | a-b/.git/.x | a-b/a | ab | f] | f]/é | src | src/!odd | src/!odd/foo | src/!odd/foo/README.md',
  ],
  [
    '/./é',
    'é | x.md/README.md/.git/a b | üx/README.md/üx/ab | README.md/üx/b/src | bar | node_modules/é/foo.txt | a^b/üx/.x/é',
    'README.md | README.md/üx | README.md/üx/b | README.md/üx/b/src | a^b | a^b/üx | a^b/üx/.x | a^b/üx/.x/é | bar | node_modules | node_modules/é | node_modules/é/foo.txt | x.md | x.md/README.md | x.md/README.md/.git | x.md/README.md/.git/a b | üx | üx/README.md | üx/README.md/üx | üx/README.md/üx/ab',
  ],
  ['/\\!odd/fo[o-p]/**.md\n ! üx/f*\t\n/*o*', 'foo.txt/a^b/a b | foo | a b | üx/x.md', 'a b | üx | üx/x.md'],
  [
    'node_modules/é\n/./a\n..',
    '.git/a^b/ab | src/!odd/f] | a/ab/bar | é/README.md/x.md/a-b',
    '.git | .git/a^b | .git/a^b/ab | src | src/!odd | src/!odd/f] | é | é/README.md | é/README.md/x.md | é/README.md/x.md/a-b',
  ],
  [
    'a^*\r\nsrc\r\nfoo/[.]x\r\n?oo/foo**/a',
    'src | a-b/ab/a/foo | .x/src/.git/é',
    '.x | .x/src | .x/src/.git | .x/src/.git/é | a-b | a-b/ab | a-b/ab/a | a-b/ab/a/foo',
  ],
  [
    'a b\r\n/foo**',
    'a b/!odd/é/src | é/node_modules/a b/src | üx/a^b/src/üx',
    'é | é/node_modules | é/node_modules/a b | é/node_modules/a b/src | üx | üx/a^b | üx/a^b/src | üx/a^b/src/üx',
  ],
  [
    'a^b/../f?o\r\nf?o',
    '!odd/#c/üx/.git | foo.txt/README.md/.git/node_modules | a/node_modules/src | x.md | a b/é | foo/a^b/#c',
    '!odd | !odd/#c | !odd/#c/üx | !odd/#c/üx/.git | a | a/node_modules | a/node_modules/src | a b | a b/é | foo.txt | foo.txt/README.md | foo.txt/README.md/.git | foo.txt/README.md/.git/node_modules | x.md',
  ],
  [
    'a\\^b/x.md\r\n*.md/*',
    'x.md/üx | .git/x.md/.x | bar/f]/.git | README.md/.git | a-b',
    '.git | .git/x.md | .git/x.md/.x | README.md | a-b | bar | bar/f] | bar/f]/.git | x.md',
  ],
  ['a-b', '.x | a-b | !odd | f]/üx | é', '!odd | .x | f] | f]/üx | é'],
  ['a\r\nfoo', 'a/é | foo.txt | f]/node_modules/é', 'f] | f]/node_modules | f]/node_modules/é | foo.txt'],
  [
    'f?o\n/#c/*',
    'é/x.md/src | src | foo/üx/üx/a^b | é/foo/f] | é/src | b/!odd/#c | a^b/a^b/node_modules/üx',
    'a^b | a^b/a^b | a^b/a^b/node_modules | a^b/a^b/node_modules/üx | b | b/!odd | b/!odd/#c | src | é | é/foo | é/foo/f] | é/src | é/x.md | é/x.md/src',
  ],
  [
    ' *o*\t\nfoo**/foo.txt/?\n/**o/\\!odd/src\na',
    'üx | f] | foo/#c | #c/a^b/#c/a^b',
    '#c | #c/a^b | #c/a^b/#c | #c/a^b/#c/a^b | f] | üx',
  ],
  [
    '/**o\r\nfoo**\r\n f]\t',
    'foo.txt/foo.txt/bar/b | bar/x.md | f] | a | a^b | üx/bar',
    'a | a^b | bar | bar/x.md | üx | üx/bar',
  ],
  [
    './/.*\r\na**/\r\nf*',
    'foo | !odd/b/foo.txt/a^b | ab/a^b/x.md/a^b',
    '!odd | !odd/b | !odd/b/foo.txt | !odd/b/foo.txt/a^b',
  ],
  [
    ' **/\t\r\n!*^\r\n!/**/?',
    'ab/b/!odd | x.md/node_modules | node_modules/f] | ab/foo/src/a',
    'ab | ab/b | ab/b/!odd | ab/foo | ab/foo/src | ab/foo/src/a',
  ],
  [
    '/a**\nf*/src\na**b/*^\n /*^\t',
    'x.md/.git | a/b/#c/a | src/foo/#c/f] | .x/README.md | .git/a | src/src/.git',
    '.git | .git/a | .x | .x/README.md | src | src/foo | src/foo/#c | src/foo/#c/f] | src/src | src/src/.git | x.md | x.md/.git',
  ],
  [
    'f?o\n/.git\n/x.md/**.md/bar',
    'ab/x.md/ab/b | x.md/node_modules/a^b | f]/a-b/src | README.md | bar/a-b/a^b | #c | foo/x.md',
    '#c | README.md | ab | ab/x.md | ab/x.md/ab | ab/x.md/ab/b | bar | bar/a-b | bar/a-b/a^b | f] | f]/a-b | f]/a-b/src | x.md | x.md/node_modules | x.md/node_modules/a^b',
  ],
  [
    '/ab/***\r\n?oo/**\r\nab\r\n!a^*',
    'node_modules/#c/#c | a^b/x.md/x.md/é | foo/foo/README.md/x.md | #c/a-b/README.md/x.md | é/src/.git/x.md | f]',
    '#c | #c/a-b | #c/a-b/README.md | #c/a-b/README.md/x.md | a^b | a^b/x.md | a^b/x.md/x.md | a^b/x.md/x.md/é | f] | foo | node_modules | node_modules/#c | node_modules/#c/#c | é | é/src | é/src/.git | é/src/.git/x.md',
  ],
  [
    'f\\]\r\n*^/./[^a]*',
    'f]/é/ab | #c/foo.txt/!odd/a b | foo.txt | .x/f]/.x | ab | a-b/README.md/bar',
    '#c | #c/foo.txt | #c/foo.txt/!odd | #c/foo.txt/!odd/a b | .x | .x/f] | .x/f]/.x | a-b | a-b/README.md | a-b/README.md/bar | ab | foo.txt',
  ],
  [
    '#é/üx/*[.]md\n./a\\^b',
    '#c | node_modules/a^b/a b | !odd/src | !odd/x.md | .x/a | a^b/b/x.md/a-b',
    '!odd | !odd/src | !odd/x.md | #c | .x | .x/a | node_modules | node_modules/a^b | node_modules/a^b/a b',
  ],
  ['x.md\na-b/.\n!f*', 'b/#c/a^b | a-b/node_modules/!odd', 'b | b/#c | b/#c/a^b'],
  [
    '*.md\n/a^*/b\n![^a]*/../bar',
    'node_modules/foo.txt/a b/a-b | README.md/a/.git/é | üx',
    'node_modules | node_modules/foo.txt | node_modules/foo.txt/a b | node_modules/foo.txt/a b/a-b | üx',
  ],
  [
    '!/**\nfoo.txt/..\nfoo**',
    '#c/!odd/.git | !odd/!odd/b/src | üx/.x | foo.txt/a-b/a/f] | foo/a-b | b/ab/a/bar | bar/üx',
    '!odd | !odd/!odd | !odd/!odd/b | !odd/!odd/b/src | #c | #c/!odd | #c/!odd/.git | b | b/ab | b/ab/a | b/ab/a/bar | bar | bar/üx | üx | üx/.x',
  ],
  [
    'x.md\na[a-c]',
    'üx/üx/foo | #c/bar | foo.txt/a/f]/README.md | x.md/é | a-b/src/#c/bar | README.md',
    '#c | #c/bar | README.md | a-b | a-b/src | a-b/src/#c | a-b/src/#c/bar | foo.txt | foo.txt/a | foo.txt/a/f] | foo.txt/a/f]/README.md | üx | üx/üx | üx/üx/foo',
  ],
  [
    '!fo[o-p]/[^a]*\nfoo**\n[^a]*/',
    'foo | a^b/b/x.md | üx/.git/node_modules/bar | #c/üx/ab | .git/node_modules/README.md',
    'a^b | a^b/b | a^b/b/x.md',
  ],
  [
    ' ?\t\n! a\n/#c',
    'ab | node_modules/foo/ab | foo/.git/üx | bar/bar/node_modules | é/foo | a/f]/üx',
    'a | a/f] | a/f]/üx | ab | bar | bar/bar | bar/bar/node_modules | foo | foo/.git | foo/.git/üx | node_modules | node_modules/foo | node_modules/foo/ab',
  ],
  [
    '**/?oo',
    'src | a^b/é/x.md/foo | f] | x.md/b/ab/x.md | bar/.x/üx',
    'a^b | a^b/é | a^b/é/x.md | bar | bar/.x | bar/.x/üx | f] | src | x.md | x.md/b | x.md/b/ab | x.md/b/ab/x.md',
  ],
  ['f]', 'üx | x.md/.git | f]/.git', 'x.md | x.md/.git | üx'],
  [
    'foo.txt\né?/src\n#[x-]',
    'é/.git/f]/x.md | x.md | bar | foo.txt',
    'bar | x.md | é | é/.git | é/.git/f] | é/.git/f]/x.md',
  ],
  [
    'fo[o-p]\n**.md/é/a^b',
    'foo/b | a b/a | #c/é | a/x.md/a b/!odd | a/!odd/bar | .x',
    '#c | #c/é | .x | a | a/!odd | a/!odd/bar | a/x.md | a/x.md/a b | a/x.md/a b/!odd | a b | a b/a',
  ],
  [
    '**/f*\na-b/fo[o-p]\nsrc\n#c/f\\]',
    '!odd/README.md/bar/ab | !odd/src | a^b | foo/#c/a b/.git | src | a/üx | üx/é/foo/.x',
    '!odd | !odd/README.md | !odd/README.md/bar | !odd/README.md/bar/ab | !odd/src | a | a/üx | a^b | üx | üx/é',
  ],
  [
    '! src\na**\nf\\]/*^/#c',
    'üx/a^b/README.md/foo.txt | bar/a-b | ab',
    'bar | bar/a-b | üx | üx/a^b | üx/a^b/README.md | üx/a^b/README.md/foo.txt',
  ],
  [
    '.*/f*/**/\r\n**//*o*/x.md\r\n[.]x/',
    '.x/b/f] | x.md/x.md/b/ab | .x/a-b | a-b | .git/x.md/.git/!odd | !odd',
    '!odd | .git | .git/x.md | .git/x.md/.git | .git/x.md/.git/!odd | a-b | x.md | x.md/x.md | x.md/x.md/b | x.md/x.md/b/ab',
  ],
  [
    'foo**/.git\r\n[a-c]\r\n! src',
    'README.md | foo/a^b/node_modules/a b | foo/README.md/a^b | a/é/a^b/node_modules | foo.txt/src/#c/#c | .x/src/!odd',
    '.x | .x/src | .x/src/!odd | README.md | foo | foo/README.md | foo/README.md/a^b | foo/a^b | foo/a^b/node_modules | foo/a^b/node_modules/a b | foo.txt | foo.txt/src | foo.txt/src/#c | foo.txt/src/#c/#c',
  ],
  [
    '?\r\n**.md/f?o/*\r\na^b\r\n .git\t',
    'foo.txt/a/src | foo/a^b | .x/src | é | !odd/#c/é/src',
    '!odd | !odd/#c | !odd/#c/é | !odd/#c/é/src | .x | .x/src | foo | foo/a^b | foo.txt | foo.txt/a | foo.txt/a/src',
  ],
  [
    '!a[a-c]\n**o\nREADME.md\n! /a-b',
    '!odd/x.md/#c/.x | README.md/#c/node_modules/.git | .git/b/foo.txt/a | x.md/node_modules | a^b/.git/foo.txt/üx | !odd/üx | foo.txt/node_modules/README.md/.git',
    '!odd | !odd/x.md | !odd/x.md/#c | !odd/x.md/#c/.x | !odd/üx | .git | .git/b | .git/b/foo.txt | .git/b/foo.txt/a | a^b | a^b/.git | a^b/.git/foo.txt | a^b/.git/foo.txt/üx | foo.txt | foo.txt/node_modules | foo.txt/node_modules/README.md | foo.txt/node_modules/README.md/.git | x.md | x.md/node_modules',
  ],
  [
    '!#c/?\r\na-b\r\nfo[o-p]/',
    'foo.txt | ab/f]/node_modules/#c | a^b/foo.txt/a-b/a^b | bar | !odd/üx | a-b/ab',
    '!odd | !odd/üx | a^b | a^b/foo.txt | a^b/foo.txt/a-b | a^b/foo.txt/a-b/a^b | ab | ab/f] | ab/f]/node_modules | ab/f]/node_modules/#c | bar | foo.txt',
  ],
  [
    'x.md\r\nbar/README.md\r\n?/**.md/',
    'foo/.git/ab | bar/foo.txt/!odd/#c | a/f]/.git/b | üx | x.md/!odd | #c/.git',
    '#c | #c/.git | a | a/f] | a/f]/.git | a/f]/.git/b | bar | bar/foo.txt | bar/foo.txt/!odd | bar/foo.txt/!odd/#c | foo | foo/.git | foo/.git/ab | üx',
  ],
  [
    '!bar/fo[o-p]\n.git/x.md/*o*\n?x\n!foo',
    'a | src | üx/src | a b/.x/a^b | .git/#c/üx',
    '.git | .git/#c | .git/#c/üx | a | a b | a b/.x | a b/.x/a^b | src',
  ],
  [
    ' *[.]md\t',
    '!odd/x.md | foo.txt/README.md | üx/a b | üx/foo.txt/node_modules | b/a^b/.git | f]/src/a b/ab | x.md/src',
    '!odd | !odd/x.md | b | b/a^b | b/a^b/.git | f] | f]/src | f]/src/a b | f]/src/a b/ab | foo.txt | foo.txt/README.md | üx | üx/a b | üx/foo.txt | üx/foo.txt/node_modules',
  ],
  [
    ' ?oo/\t\n \\#c\t',
    '#c/x.md/src/a-b | README.md/.git/bar/a^b | .x/!odd/a^b | x.md/üx/foo.txt/.git | ab/b/foo.txt | src/b/.git/ab | node_modules/ab/!odd/é',
    '.x | .x/!odd | .x/!odd/a^b | README.md | README.md/.git | README.md/.git/bar | README.md/.git/bar/a^b | ab | ab/b | ab/b/foo.txt | node_modules | node_modules/ab | node_modules/ab/!odd | node_modules/ab/!odd/é | src | src/b | src/b/.git | src/b/.git/ab | x.md | x.md/üx | x.md/üx/foo.txt | x.md/üx/foo.txt/.git',
  ],
  [
    '! f*\r\n\\!odd\r\n/é\r\n ! f*/./\\#c\t',
    'a-b/b | a^b/üx/node_modules | !odd/#c/a-b/src',
    'a-b | a-b/b | a^b | a^b/üx | a^b/üx/node_modules',
  ],
  [
    'foo**\r\n/*.md',
    'é/!odd/.x | a-b | ab/x.md/b/!odd | x.md/#c/foo.txt | x.md/.x | src/üx/b',
    'a-b | ab | ab/x.md | ab/x.md/b | ab/x.md/b/!odd | src | src/üx | src/üx/b | é | é/!odd | é/!odd/.x',
  ],
  ['a^*/é/foo**\n ab/?x\t\n!../*^\né?/../foo', 'b/bar/a | x.md/é | ab/üx', 'ab | b | b/bar | b/bar/a | x.md | x.md/é'],
  [
    '/f]/a^b\r\nb/f?o\r\nf?o/a\\^b\r\nsrc/[a-c]/f?o',
    '.x/README.md/foo.txt | #c | b/foo/bar | foo/a b | .x/src/!odd',
    '#c | .x | .x/README.md | .x/README.md/foo.txt | .x/src | .x/src/!odd | b | foo | foo/a b',
  ],
  [
    '!é?\r\n/node_modules\r\nfoo**\r\n!?oo/?/**foo',
    'foo.txt | a^b | bar/#c/README.md | src/a^b/.x',
    'a^b | bar | bar/#c | bar/#c/README.md | src | src/a^b | src/a^b/.x',
  ],
  [
    '.*/?\n!./é/\n# .*/bar\t',
    '!odd/.git/x.md | a-b/#c/src | .x/.git/a^b | f]/a/.x/a^b | bar | !odd/a^b | .git/b',
    '!odd | !odd/.git | !odd/.git/x.md | !odd/a^b | .git | .x | .x/.git | .x/.git/a^b | a-b | a-b/#c | a-b/#c/src | bar | f] | f]/a | f]/a/.x | f]/a/.x/a^b',
  ],
  [
    'foo/a^*\r\n?\r\n?x/',
    '.git | bar/ab/.git/ab | b/.x | x.md/bar | a^b/üx/foo.txt | üx',
    '.git | a^b | a^b/üx | a^b/üx/foo.txt | bar | bar/ab | bar/ab/.git | bar/ab/.git/ab | x.md | x.md/bar',
  ],
  [
    '!*.md/[^a]*/.x/\n**.md/a/[a-c]/\n/../**foo',
    'README.md/foo/f] | üx | .git/a-b/.git | bar/é/README.md/foo.txt | a-b/ab/ab',
    '.git | .git/a-b | .git/a-b/.git | README.md | a-b | a-b/ab | a-b/ab/ab | bar | bar/é | bar/é/README.md | bar/é/README.md/foo.txt | üx',
  ],
  [
    '/fo[o-p]/',
    'a b/a-b/f]/b | README.md/node_modules | f]/a b | foo/a | f]/ab/foo/node_modules | foo/a b/foo | node_modules',
    'README.md | README.md/node_modules | a b | a b/a-b | a b/a-b/f] | a b/a-b/f]/b | f] | f]/a b | f]/ab | f]/ab/foo | f]/ab/foo/node_modules | node_modules',
  ],
  [
    '! !odd/foo**/*\n**.md\na\\^b/**foo/é?',
    'foo.txt/.git/node_modules | foo.txt/f] | foo/.git/a b | x.md/#c',
    'foo | foo/.git | foo/.git/a b | foo.txt | foo.txt/.git | foo.txt/.git/node_modules | foo.txt/f]',
  ],
  [
    '# ?oo/[^a]*/[x-]\t\n!**o\n/*.md/../**o',
    '.git/node_modules/.git/!odd | b | #c/.x | a^b | !odd/a b/foo/ab | src/a b',
    '!odd | !odd/a b | #c | #c/.x | .git | .git/node_modules | .git/node_modules/.git | .git/node_modules/.git/!odd | a^b | b | src | src/a b',
  ],
  [
    ' ./\t\r\n*o*\r\n*[.]md',
    'README.md/a/a b | a^b/README.md/é | üx | node_modules/node_modules/foo | a/.git/a^b',
    'a | a/.git | a/.git/a^b | a^b | a^b/README.md | a^b/README.md/é | üx',
  ],
  [
    'f\\]\r\n!f*/*[.]md/b\r\n!üx\r\n!**//a\\^b/',
    '!odd/src/#c | üx/bar/üx/#c | f]/src/#c/üx',
    '!odd | !odd/src | !odd/src/#c | üx | üx/bar | üx/bar/üx | üx/bar/üx/#c',
  ],
  [
    '\\#c/a**\n[^a]*/src\n! .x\n *.md\t',
    'b | bar/ab/bar | bar/b/.git/é | f] | x.md',
    'b | bar | bar/ab | bar/ab/bar | bar/b | bar/b/.git | bar/b/.git/é | f]',
  ],
  [
    '!/*o*/a\\^b/a-b\n?/',
    'f]/ab/x.md | #c/foo/foo/.git | !odd | bar | é/!odd/ab/.git',
    '!odd | #c | #c/foo | #c/foo/foo | #c/foo/foo/.git | bar | f] | f]/ab | f]/ab/x.md',
  ],
  [
    '/a^b\n#!foo.txt',
    'a-b/src/foo | a^b | #c/bar/é | a/üx/.git/src',
    '#c | #c/bar | #c/bar/é | a | a/üx | a/üx/.git | a/üx/.git/src | a-b | a-b/src | a-b/src/foo',
  ],
  [
    'a\\^b\n!a b\n# !odd\t\n *.md\t',
    'foo/node_modules | bar/.git/src | src | README.md/foo | é/!odd/src/ab | a | #c/a b/src/f]',
    '#c | #c/a b | #c/a b/src | #c/a b/src/f] | a | bar | bar/.git | bar/.git/src | foo | foo/node_modules | src | é | é/!odd | é/!odd/src | é/!odd/src/ab',
  ],
  [
    ' a**b\t\n !é/x.md/a-b/\t',
    'a-b/bar | ab/!odd | README.md | .git/.git | src | é/a/a^b/.git | #c/a b/.x/.x',
    '#c | #c/a b | #c/a b/.x | #c/a b/.x/.x | .git | .git/.git | README.md | a-b | a-b/bar | src | é | é/a | é/a/a^b | é/a/a^b/.git',
  ],
  [
    '/*o*/#c\nREADME.md\n!../f\\]/README.md\n.git',
    'b | a^b/foo.txt/a b/.git | foo/a/a^b | foo/#c/f]/b | node_modules/üx/.x/.git',
    'a^b | a^b/foo.txt | a^b/foo.txt/a b | a^b/foo.txt/a b/.git | b | foo | foo/a | foo/a/a^b | node_modules | node_modules/üx | node_modules/üx/.x | node_modules/üx/.x/.git',
  ],
  [
    '.x/\\!odd/**\n***/f]',
    'a/b/üx | foo.txt/.git/node_modules | f] | .git/é | .x/!odd/foo',
    '.git | .git/é | .x | .x/!odd | a | a/b | a/b/üx | f] | foo.txt | foo.txt/.git | foo.txt/.git/node_modules',
  ],
  [
    '.\n/*o*/\nüx/\\#c/\n**//a^*',
    'x.md | a^b/a/b/b | b/foo | src/src | é/src/f] | foo.txt/üx/a | a b/f]/x.md/README.md',
    'a b | a b/f] | a b/f]/x.md | a b/f]/x.md/README.md | a^b | a^b/a | a^b/a/b | a^b/a/b/b | b | b/foo | src | src/src | x.md | é | é/src | é/src/f]',
  ],
  [
    'b\r\n#src/**//.*\r\n!fo[o-p]/.*\r\n! *o*/?x',
    'foo.txt/x.md/node_modules/bar | a/README.md/src/node_modules | b/foo/.git/foo.txt | x.md/b | é | ab/src/ab',
    'a | a/README.md | a/README.md/src | a/README.md/src/node_modules | ab | ab/src | ab/src/ab | foo.txt | foo.txt/x.md | foo.txt/x.md/node_modules | foo.txt/x.md/node_modules/bar | x.md | x.md/b | é',
  ],
  [
    '.x\n!bar/\\#c/',
    '.x/a^b/x.md | ab/ab | é/.x/é/README.md | README.md/f]/.git | !odd/üx/bar | src/foo.txt',
    '!odd | !odd/üx | !odd/üx/bar | README.md | README.md/f] | README.md/f]/.git | ab | ab/ab | src | src/foo.txt | é | é/.x | é/.x/é | é/.x/é/README.md',
  ],
  [
    'fo[o-p]/**.md\r\n !src\t\r\n?oo/',
    'ab/a | .git/a^b/#c/node_modules | foo.txt/#c/a | foo',
    '.git | .git/a^b | .git/a^b/#c | .git/a^b/#c/node_modules | ab | ab/a | foo.txt | foo.txt/#c | foo.txt/#c/a',
  ],
  [
    'f\\]\n !?/a**b/a\\^b\t\n!foo.txt\n/a**',
    '#c/a-b/foo/a-b | üx/é/.x | bar | .git/README.md/a-b/üx | a-b/foo.txt',
    '#c | #c/a-b | #c/a-b/foo | #c/a-b/foo/a-b | .git | .git/README.md | .git/README.md/a-b | .git/README.md/a-b/üx | bar | üx | üx/é | üx/é/.x',
  ],
  [
    'f\\]',
    'b | f]/a b/a | x.md/foo.txt | a^b/f]/a^b/a | ab/x.md/é',
    'a^b | a^b/f] | a^b/f]/a^b | a^b/f]/a^b/a | ab | ab/x.md | ab/x.md/é | b | x.md | x.md/foo.txt',
  ],
  [
    '**.md\r\n!a b',
    '#c/a b | .git | a b/#c/src/a^b | bar/README.md | a b/#c/a-b/.x | node_modules | a b/x.md/node_modules',
    '#c | #c/a b | .git | a b | a b/#c | a b/#c/a-b | a b/#c/a-b/.x | a b/#c/src | a b/#c/src/a^b | bar | node_modules',
  ],
  ['x.md\r\n[^a]*', '!odd | b/foo/.git | node_modules | a/b | üx/README.md | b/.x', 'a | a/b'],
  [
    '\\!odd\r\n!***\r\nüx',
    'bar | README.md/x.md/foo | src | x.md/foo/a b | üx | foo',
    'README.md | README.md/x.md | README.md/x.md/foo | bar | foo | src | x.md | x.md/foo | x.md/foo/a b',
  ],
  [
    '!f?o/x.md/.\n**o\n!**o/f?o/foo.txt',
    'README.md/a b/foo.txt | f] | foo/a b/node_modules | a^b/a-b | b/f] | foo.txt/a/#c/.git',
    'README.md | README.md/a b | README.md/a b/foo.txt | a^b | a^b/a-b | b | b/f] | f] | foo.txt | foo.txt/a | foo.txt/a/#c | foo.txt/a/#c/.git',
  ],
  [
    '*o*\r\n*.md/b\r\na\\^b/f?o/?oo',
    'node_modules | #c/.git/a | a b/.x/.git | a-b/bar/foo.txt/.git | #c/src | ab | src/#c/é/!odd',
    '#c | #c/.git | #c/.git/a | #c/src | a b | a b/.x | a b/.x/.git | a-b | a-b/bar | a-b/bar/foo.txt | a-b/bar/foo.txt/.git | ab | src | src/#c | src/#c/é | src/#c/é/!odd',
  ],
  ['***/***\r\n [.]x/üx/\\#c\t', 'a-b/f]/a b | foo.txt/!odd | a b/a b', 'a b | a-b | foo.txt'],
  [
    '[.]x/',
    'b | x.md | README.md/b/foo.txt/f] | .x/src/a^b',
    'README.md | README.md/b | README.md/b/foo.txt | README.md/b/foo.txt/f] | b | x.md',
  ],
  [
    '!fo[o-p]/**//fo[o-p]\r\nx.md/a/?oo\r\nbar',
    'foo.txt/b | .x/é/.git/foo | bar/.x/a^b | é | README.md/é/foo.txt/foo.txt | x.md/üx | a-b',
    '.x | .x/é | .x/é/.git | .x/é/.git/foo | README.md | README.md/é | README.md/é/foo.txt | README.md/é/foo.txt/foo.txt | a-b | foo.txt | foo.txt/b | x.md | x.md/üx | é',
  ],
  [
    'ab\nfoo.txt',
    'node_modules/.git/é | foo.txt/#c/#c/!odd | src/a^b | üx/a-b',
    'node_modules | node_modules/.git | node_modules/.git/é | src | src/a^b | üx | üx/a-b',
  ],
  [
    ' /./.*\t\n/a b/\nf\\]/f\\]/**.md',
    '.git/!odd/é | b/src | f]/üx/README.md | bar/a b/bar | a^b/foo/üx | !odd/x.md/x.md/a^b',
    '!odd | !odd/x.md | !odd/x.md/x.md | !odd/x.md/x.md/a^b | a^b | a^b/foo | a^b/foo/üx | b | b/src | bar | bar/a b | bar/a b/bar | f] | f]/üx | f]/üx/README.md',
  ],
  [
    '**/.git',
    'bar/.git | a-b | !odd/bar/.git | .x/ab/.git/a-b | f]/foo.txt/.git | a^b/ab/a-b/README.md',
    '!odd | !odd/bar | .x | .x/ab | a-b | a^b | a^b/ab | a^b/ab/a-b | a^b/ab/a-b/README.md | bar | f] | f]/foo.txt',
  ],
  [
    '[.]x/.\r\n**o\r\na^b/*[.]md/é?',
    'foo/!odd/f]/ab | !odd/foo.txt/src | node_modules/a-b | a^b/a b/b | #c/üx/x.md/.x | .x | a^b/.x/a-b',
    '!odd | !odd/foo.txt | !odd/foo.txt/src | #c | #c/üx | #c/üx/x.md | #c/üx/x.md/.x | a^b | a^b/.x | a^b/.x/a-b | a^b/a b | a^b/a b/b | node_modules | node_modules/a-b',
  ],
  [
    '!odd/[a-c]\na\\^b\na**',
    'a-b/é/node_modules/bar | node_modules/README.md | README.md | x.md/a/a b/a-b',
    'README.md | node_modules | node_modules/README.md | x.md | x.md/a | x.md/a/a b | x.md/a/a b/a-b',
  ],
  [
    './f\\]\r\nf?o\r\nf*/[a-c]/.x\r\n **foo/a b\t',
    'bar | f]/src/é | ab | x.md/src/a^b/ab | !odd | a^b/node_modules/#c/x.md',
    '!odd | a^b | a^b/node_modules | a^b/node_modules/#c | a^b/node_modules/#c/x.md | ab | bar | x.md | x.md/src | x.md/src/a^b | x.md/src/a^b/ab',
  ],
  [
    '! a**/README.md/\r\n**o\r\n#!f?o/b/\\#c\r\n!odd',
    'x.md | foo.txt/foo.txt/.x | foo/é/foo/é',
    'foo.txt | foo.txt/foo.txt | foo.txt/foo.txt/.x | x.md',
  ],
  [
    '!a^*/a^*/f?o\né',
    'é/.git | a b/x.md/!odd/src | f]/.x',
    'a b | a b/x.md | a b/x.md/!odd | a b/x.md/!odd/src | f] | f]/.x',
  ],
  [
    '/#c\nfoo.txt\nf*/foo.txt\na-b',
    'ab/README.md/!odd | src/a^b | b/é/x.md | a-b/node_modules | .git/üx/f]/a b | é/f]/.git | ab/a^b',
    '.git | .git/üx | .git/üx/f] | .git/üx/f]/a b | ab | ab/README.md | ab/README.md/!odd | ab/a^b | b | b/é | b/é/x.md | src | src/a^b | é | é/f] | é/f]/.git',
  ],
  ['x.md\r\né/.x\r\n*^\r\n!/b/**.md/*[.]md', 'a b/foo | x.md/a | a^b/foo', 'a b | a b/foo | a^b | a^b/foo'],
  [
    'foo.txt/é?/[.]x\nfo[o-p]/**/a-b/',
    'bar/README.md/a b | a^b/src/.x | a b/üx/!odd/x.md | ab/foo/.x | node_modules/#c | foo/.git/a-b/ab | üx/üx/.git/node_modules',
    'a b | a b/üx | a b/üx/!odd | a b/üx/!odd/x.md | a^b | a^b/src | a^b/src/.x | ab | ab/foo | ab/foo/.x | bar | bar/README.md | bar/README.md/a b | foo | foo/.git | node_modules | node_modules/#c | üx | üx/üx | üx/üx/.git | üx/üx/.git/node_modules',
  ],
  [
    '!/node_modules\r\n *[.]md\t',
    '!odd/README.md | src/a-b/a b | a^b/.git/x.md/ab | src/f] | foo | README.md/a^b/.git',
    '!odd | !odd/README.md | a^b | a^b/.git | a^b/.git/x.md | a^b/.git/x.md/ab | foo | src | src/a-b | src/a-b/a b | src/f]',
  ],
  [
    'b/README.md\r\n/?\r\nsrc\r\nfo[o-p]/',
    'bar/ab/üx/README.md | src',
    'bar | bar/ab | bar/ab/üx | bar/ab/üx/README.md',
  ],
  [
    '!*.md/foo.txt\r\n!a/f\\]\r\n f*\t\r\n!**foo/f*',
    'a b/.x/node_modules | foo | a-b/f]/#c | a-b/node_modules | üx/ab/README.md | bar/README.md/üx | .git',
    '.git | a b | a b/.x | a b/.x/node_modules | a-b | a-b/f] | a-b/f]/#c | a-b/node_modules | bar | bar/README.md | bar/README.md/üx | üx | üx/ab | üx/ab/README.md',
  ],
  [
    '/**foo/é?\r\n!/a^*/**/[.]x\r\na**',
    'a/bar/foo | node_modules/ab/src/.x | b/a b/.x | #c/#c | src/é/bar/foo.txt | üx',
    '#c | #c/#c | b | b/a b | b/a b/.x | node_modules | node_modules/ab | node_modules/ab/src | node_modules/ab/src/.x | src | src/é | src/é/bar | src/é/bar/foo.txt | üx',
  ],
  [
    '!/***\r\n./ab/\r\n/.',
    'ab | src | a-b/README.md | #c/node_modules | .x | a^b/src/README.md',
    '#c | #c/node_modules | .x | a-b | a-b/README.md | a^b | a^b/src | a^b/src/README.md | src',
  ],
  [
    '!/[a-c]/?x/***\r\n/*.md',
    'bar/foo.txt/bar/é | x.md/foo.txt | b/b/.x/üx',
    'b | b/b | b/b/.x | b/b/.x/üx | bar | bar/foo.txt | bar/foo.txt/bar | bar/foo.txt/bar/é',
  ],
  [
    '!?x/.git/src\n[^a]*',
    'bar/üx | üx/a^b/a | a-b/foo.txt/src/é | !odd/.x/foo | ab/é/#c/.git',
    'a-b | a-b/foo.txt | a-b/foo.txt/src | a-b/foo.txt/src/é | ab | ab/é | ab/é/#c | ab/é/#c/.git',
  ],
  [
    '/üx/é/*\r\n*.md\r\na**\r\n/*[.]md/*',
    'ab/src | ab/!odd/.git | é/node_modules/!odd | x.md | .git | f]/üx',
    '.git | f] | f]/üx | é | é/node_modules | é/node_modules/!odd',
  ],
];

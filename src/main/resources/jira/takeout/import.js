// The page of the import: sends the chosen file to be checked, which no form can do with a file of any size, and says what is wrong with it.
(function () {
    'use strict';

    var FORM = '.decision-gates-import-file';
    var PROBLEMS = 'decision-gates-import-problems';
    var FILE = 'decision-gates-import-document';
    // what is wrong with what was sent, not with whoever sends it or the way there
    var OF_THE_FILE = [400, 409, 413];

    function fill(box, name, className, problems) {
        box.textContent = '';
        problems.forEach(function (problem) {
            var line = document.createElement(name);
            line.className = className;
            line.dir = 'auto';
            line.textContent = problem;
            box.appendChild(line);
        });
    }

    function tell(problems) {
        var box = document.getElementById(PROBLEMS);
        fill(box, 'p', '', problems);
        box.hidden = problems.length === 0;
    }

    function markFile(problems) {
        var input = document.getElementById(FILE);
        fill(document.getElementById(FILE + '-error'), 'div', 'error', problems);
        if (problems.length) {
            input.setAttribute('aria-invalid', 'true');
            input.focus();
        } else {
            input.removeAttribute('aria-invalid');
        }
    }

    function clear() {
        tell([]);
        markFile([]);
    }

    function say(words) {
        document.getElementById('decision-gates-import-reading').textContent = words;
    }

    function refuse(status, problems, otherwise) {
        if (problems.length && OF_THE_FILE.indexOf(status) >= 0) {
            markFile(problems);
        } else {
            tell(problems.length ? problems : [otherwise]);
        }
    }

    function send(form, button, event) {
        event.preventDefault();
        var file = document.getElementById(FILE).files[0];
        clear();
        if (!file) {
            markFile([form.getAttribute('data-no-file')]);
            return;
        }
        if (file.size > Number(form.getAttribute('data-longest'))) {
            markFile([form.getAttribute('data-too-long')]);
            return;
        }
        button.disabled = true;
        say(form.getAttribute('data-reading'));
        fetch(form.getAttribute('data-rest') + '?project=' + encodeURIComponent(form.querySelector('select').value), {
            method: 'POST', credentials: 'same-origin', body: file,
            headers: {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'}
        }).then(function (answer) {
            return answer.json().then(function (said) {
                if (answer.ok) {
                    window.location.assign(form.getAttribute('action') + '?task=' + encodeURIComponent(said.task));
                } else {
                    refuse(answer.status, said.errorMessages || [], form.getAttribute('data-failed'));
                }
            });
        }).catch(function () {
            tell([form.getAttribute('data-failed')]);
        }).then(function () {
            button.disabled = false;
            say('');
        });
    }

    document.addEventListener('DOMContentLoaded', function () {
        var form = document.querySelector(FORM);
        if (form) {
            form.addEventListener('submit', send.bind(null, form, form.querySelector('input[type="submit"]')));
        }
    });
})();

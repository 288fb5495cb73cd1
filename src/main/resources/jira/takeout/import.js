// The page of the import: sends the chosen file to be checked, which no form can do with a file of any size, and says what is wrong with it.
(function () {
    'use strict';

    var FORM = '.decision-gates-import-file';

    function tell(problems) {
        var box = document.getElementById('decision-gates-import-problems');
        box.textContent = '';
        problems.forEach(function (problem) {
            var line = document.createElement('p');
            line.textContent = problem;
            box.appendChild(line);
        });
        box.hidden = problems.length === 0;
    }

    function say(words) {
        document.getElementById('decision-gates-import-reading').textContent = words;
    }

    function send(form, button, event) {
        event.preventDefault();
        var file = form.querySelector('input[type="file"]').files[0];
        if (!file) {
            return;
        }
        if (file.size > Number(form.getAttribute('data-longest'))) {
            tell([form.getAttribute('data-too-long')]);
            return;
        }
        button.disabled = true;
        tell([]);
        say(form.getAttribute('data-reading'));
        fetch(form.getAttribute('data-rest') + '?project=' + encodeURIComponent(form.querySelector('select').value), {
            method: 'POST', credentials: 'same-origin', body: file,
            headers: {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'}
        }).then(function (answer) {
            return answer.json().then(function (said) {
                if (answer.ok) {
                    window.location.assign(form.getAttribute('action') + '?task=' + encodeURIComponent(said.task));
                } else {
                    tell(said.errorMessages || [form.getAttribute('data-failed')]);
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

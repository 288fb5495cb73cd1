// The page of a background task: tells how far it is until it is over, and cancels it in place. Without it the page is loaded again by hand.
(function () {
    'use strict';

    var FORM = '.decision-gates-task-running';
    var FIRST = 1000;
    var SLOWEST = 5000;
    var PATIENCE = 5;

    function tell(form, text) {
        form.querySelector('.decision-gates-task-told').textContent = text;
    }

    function call(form, method) {
        return fetch(form.getAttribute('data-address'), {
            method: method, credentials: 'same-origin', headers: {'Accept': 'application/json', 'X-Atlassian-Token': 'no-check'}
        });
    }

    function show(form, task) {
        var bar = form.querySelector('progress');
        if (task.total > 0 && !form.hasAttribute('data-cancelled')) {
            bar.max = task.total;
            bar.value = task.done;
            tell(form, form.getAttribute('data-text').replace('{0}', task.done).replace('{1}', task.total));
        }
    }

    function follow(form, pause, failures) {
        window.setTimeout(function () {
            call(form, 'GET').then(function (answer) {
                if (!answer.ok) {
                    throw new Error(String(answer.status));
                }
                return answer.json();
            }).then(function (task) {
                if (task.state !== 'QUEUED' && task.state !== 'RUNNING') {
                    window.location.reload();
                    return;
                }
                show(form, task);
                follow(form, Math.min(SLOWEST, pause + 250), 0);
            }).catch(function () {
                // whoever may not ask over REST, or has lost the connection, reloads by hand
                if (failures < PATIENCE) {
                    follow(form, SLOWEST, failures + 1);
                } else {
                    document.documentElement.classList.remove('decision-gates-task-scripted');
                }
            });
        }, pause);
    }

    function cancel(form, event) {
        event.preventDefault();
        form.setAttribute('data-cancelled', 'true');
        form.querySelector('button').disabled = true;
        tell(form, form.getAttribute('data-stopping'));
        call(form, 'DELETE').then(function (answer) {
            if (!answer.ok) {
                form.submit();
            }
        }, function () {
            form.submit();
        });
    }

    function start() {
        Array.prototype.slice.call(document.querySelectorAll(FORM)).forEach(function (form) {
            document.documentElement.classList.add('decision-gates-task-scripted');
            form.addEventListener('submit', cancel.bind(null, form));
            follow(form, FIRST, 0);
        });
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', start);
    } else {
        start();
    }
}());

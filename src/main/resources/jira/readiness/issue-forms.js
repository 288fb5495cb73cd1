// The screen of a transition, in Jira's dialog or on a page of its own: leads to where it is entered what the screen does not take, shows
// what a gate advises, under the field that it is about, and completes the key of a successor. Without it, and where anything fails, the screen is Jira's own.
(function () {
    'use strict';

    var FORM = 'issue-workflow-transition';
    var SEEN = 'data-decision-gates-hints';
    var HINTS = '.decision-gates-hints';
    var PATIENCE = 200;

    function inside(root, id) {
        return root.querySelector('[id="' + id + '"]');
    }

    function hidden(form, name) {
        var input = form.querySelector('input[name="' + name + '"]');
        return input ? input.value : '';
    }

    // keys complete from what the server finds; without an answer a key can still be typed
    function offer(input, list, address) {
        fetch(address + '/successors?query=' + encodeURIComponent(input.value.trim()), {credentials: 'same-origin'}).then(function (answer) {
            return answer.ok ? answer.json() : {};
        }).then(function (answer) {
            list.textContent = '';
            (answer.issues || []).forEach(function (issue) {
                var option = document.createElement('option');
                option.value = issue.key;
                option.label = issue.summary;
                list.appendChild(option);
            });
        }).catch(function () {
            list.textContent = '';
        });
    }

    function complete(input, address) {
        var list = document.createElement('datalist');
        var waiting;
        list.id = input.id + '-successors';
        input.insertAdjacentElement('afterend', list);
        input.setAttribute('list', list.id);
        input.setAttribute('autocomplete', 'off');
        input.addEventListener('input', function () {
            window.clearTimeout(waiting);
            waiting = window.setTimeout(offer, PATIENCE, input, list, address);
        });
        offer(input, list, address);
    }

    // under the field, where it is on the screen, and read out with it
    function putUnder(form, hint) {
        var input = hint.getAttribute('data-field') && inside(form, hint.getAttribute('data-field'));
        var group = input && input.closest('.field-group');
        var text;
        if (group) {
            text = document.createElement('div');
            text.className = 'description decision-gates-hint';
            text.id = input.id + '-decision-gates-hint';
            text.append.apply(text, hint.childNodes);
            text.dir = 'auto';
            hint.remove();
            while (inside(form, text.id)) {
                text.id += '-';
            }
            group.appendChild(text);
            input.setAttribute('aria-describedby', ((input.getAttribute('aria-describedby') || '') + ' ' + text.id).trim());
        }
    }

    function show(form, hints, address) {
        var first;
        var input = hints.getAttribute('data-successor') && inside(form, hints.getAttribute('data-successor'));
        if (input) {
            complete(input, address);
        }
        Array.prototype.slice.call(hints.querySelectorAll('li')).forEach(function (hint) {
            putUnder(form, hint);
        });
        Array.prototype.slice.call(hints.querySelectorAll('.aui-message')).forEach(function (message) {
            if (!message.querySelector('li')) {
                message.remove();
            }
        });
        if (hints.querySelector('li')) {
            first = form.querySelector('.field-group') || form.lastElementChild;
            first.parentNode.insertBefore(hints, first);
        }
    }

    function look(root) {
        var form = root.id === FORM ? root : inside(root, FORM) || document.getElementById(FORM);
        var address;
        if (!form || form.hasAttribute(SEEN) || !hidden(form, 'id') || !hidden(form, 'action')) {
            return;
        }
        form.setAttribute(SEEN, '');
        address = form.getAttribute('action').split('/secure/')[0] + '/rest/decision-gates/1.0/issue/' + hidden(form, 'id')
            + '/transition-screen';
        fetch(address + '/hints?transition=' + hidden(form, 'action'), {credentials: 'same-origin'}).then(function (answer) {
            return answer.ok ? answer.text() : '';
        }).then(function (text) {
            var hints = new DOMParser().parseFromString(text, 'text/html').querySelector(HINTS);
            if (hints) {
                show(form, document.importNode(hints, true), address);
            }
        }).catch(function () {
            form.removeAttribute(SEEN);
        });
    }

    // Jira tells of a dialog's form when it is shown, and again when it comes back with errors
    function listen() {
        var jira = window.JIRA;
        look(document);
        if (jira && jira.bind && jira.Events && jira.Events.NEW_CONTENT_ADDED) {
            jira.bind(jira.Events.NEW_CONTENT_ADDED, function (event, context) {
                look(context && context.jquery ? context[0] || document : context || document);
            });
        }
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', listen);
    } else {
        listen();
    }
}());

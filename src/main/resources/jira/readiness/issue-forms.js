// The screen of a transition and the form that edits an issue, in Jira's dialogs or on pages of their own. On the former: leads to where it
// is entered what the screen does not take, shows what a gate advises, under the field that it is about, and completes the key of a
// successor. On both: says under a field that its change makes approvals stale. Without it, and where anything fails, the form is Jira's own.
(function () {
    'use strict';

    var TRANSITION = 'issue-workflow-transition';
    // the page of its own, and the dialog, whose form has no id
    var FORMS = '#' + TRANSITION + ', #issue-edit, #edit-issue-dialog form.aui';
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
        // what is said of a field that the form does not have is nothing to its reader
        if (hints.querySelector('li') && !hints.hasAttribute('data-fields-only')) {
            first = form.querySelector('.field-group') || form.lastElementChild;
            first.parentNode.insertBefore(hints, first);
        }
    }

    // the REST address of the form's issue; nothing for a form that names neither its issue nor, by its own address, where Jira lies:
    // the issue of the page may be another one
    function addressOf(form) {
        var parts = (form.getAttribute('action') || '').split('/secure/');
        return parts.length > 1 && hidden(form, 'id') ? parts[0] + '/rest/decision-gates/1.0/issue/' + hidden(form, 'id') : '';
    }

    function ask(form, address, hints) {
        return fetch(address + hints, {credentials: 'same-origin'}).then(function (answer) {
            return answer.ok ? answer.text() : '';
        }).then(function (text) {
            var found = new DOMParser().parseFromString(text, 'text/html').querySelector(HINTS);
            if (found) {
                show(form, document.importNode(found, true), address + '/transition-screen');
            }
        });
    }

    function look(root) {
        var form = root.matches && root.matches(FORMS) ? root : root.querySelector(FORMS) || document.querySelector(FORMS);
        var address;
        address = form && addressOf(form);
        if (!address || form.hasAttribute(SEEN)) {
            return;
        }
        form.setAttribute(SEEN, '');
        // an input that is called id hides the property of the form
        (form.getAttribute('id') === TRANSITION && hidden(form, 'action')
            ? ask(form, address, '/transition-screen/hints?transition=' + hidden(form, 'action')) : Promise.resolve()
        ).then(function () {
            return ask(form, address, '/approvals/form-hints');
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

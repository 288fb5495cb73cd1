// Approvals on the page of an issue: takes steps in place, by the app's own REST. Listens to the document, because Jira puts panels into
// pages that are there already; without it the panel is what the server wrote, to be read.
(function () {
    'use strict';

    var PANEL = '.decision-gates-approvals';
    var SHOWN = PANEL + '-shown';
    var REMINDER = PANEL + '-reminder';
    var FORM = 'form:not(' + REMINDER + ')';
    // for these a policy may ask for the password; for others it does not leave the page
    var CONFIRMED = ['APPROVED', 'ABSTAINED', 'NEEDS_DISCUSSION'];
    var saying = 0;

    document.documentElement.classList.add('decision-gates-approvals-scripted');

    function say(panel, text) {
        var status = panel.querySelector(PANEL + '-status');
        window.clearTimeout(saying);
        status.textContent = '';
        // what is read out is a text that changes where it stands, so it comes a moment later
        saying = window.setTimeout(function () {
            status.textContent = text;
        }, 50);
    }

    function json(text) {
        try {
            return JSON.parse(text);
        } catch (e) {
            return null;
        }
    }

    function showErrors(panel, messages, errors) {
        var form = panel.querySelector(FORM);
        if (!form) {
            say(panel, messages.join(' '));
            return;
        }
        var general = form.querySelector('.aui-message');
        // no input, because what asks for it is over again: it is said where everything else is
        if (errors.password && !form.querySelector('[name=password]')) {
            messages = messages.concat(errors.password);
        }
        general.textContent = messages.join(' ');
        general.hidden = !general.textContent;
        var faulty = ['comment', 'password'].filter(function (name) {
            var input = form.querySelector('[name=' + name + ']');
            if (!input) {
                return false;
            }
            var place = input.parentElement.querySelector('.error');
            place.textContent = errors[name] || '';
            place.hidden = !errors[name];
            input.setAttribute('aria-invalid', String(Boolean(errors[name])));
            return Boolean(errors[name]);
        });
        if (faulty.length > 0) {
            form.querySelector('[name=' + faulty[0] + ']').focus();
        } else {
            general.scrollIntoView({block: 'nearest'});
        }
    }

    // what the server writes is the only markup there is; tells whether the issue says something else than before
    function refresh(panel, comment) {
        return fetch(panel.getAttribute('data-address') + '/panel', {credentials: 'same-origin'}).then(function (answer) {
            return answer.text().then(function (text) {
                var fresh = answer.ok && new DOMParser().parseFromString(text, 'text/html').querySelector(SHOWN);
                if (!fresh) {
                    throw new Error('no panel');
                }
                fresh = document.importNode(fresh, true);
                var typed = fresh.querySelector('textarea');
                if (typed) {
                    typed.value = comment;
                }
                var before = panel.querySelector(SHOWN);
                var changed = before.getAttribute('data-digest') !== fresh.getAttribute('data-digest');
                var content = fresh.querySelector('details' + PANEL + '-content');
                if (content) {
                    // the next click is about this, whatever the rest of the page goes on to say
                    content.open = changed || before.querySelector('details' + PANEL + '-content[open]') !== null;
                }
                before.replaceWith(fresh);
                return changed;
            });
        });
    }

    function finish(panel, comment) {
        return refresh(panel, comment).then(function (changed) {
            // the button that had the focus is gone, and on a phone what is said stands out of sight
            var status = panel.querySelector(PANEL + '-status');
            status.setAttribute('tabindex', '-1');
            status.focus();
            say(panel, panel.getAttribute(changed ? 'data-changed' : 'data-done'));
            // others on the page may show what depends on it
            document.dispatchEvent(new CustomEvent('decision-gates-rows-changed'));
        }, function () {
            // it is stored: what must not stay is a panel that says otherwise
            window.location.reload();
        });
    }

    function refuse(panel, answer, comment) {
        // what was said of an earlier step is not true of this one
        say(panel, '');
        var messages = answer.json && answer.json.errorMessages || [];
        var errors = answer.json && answer.json.errors || {};
        if (messages.length === 0 && Object.keys(errors).length === 0) {
            messages = [panel.getAttribute('data-unreachable')];
        }
        // a password is asked for since this panel was written
        var lacksInput = errors.password && !panel.querySelector('form [name=password]');
        if (answer.status !== 409 && !lacksInput) {
            showErrors(panel, messages, errors);
            return null;
        }
        // the issue says something else, somebody else was faster, or more is asked for: that is shown, and what was typed stays
        return refresh(panel, comment).then(function () {
            showErrors(panel, messages, errors);
        });
    }

    // one request at a time: a second click must not approve a second time
    function send(panel, form, button) {
        var comment = form.querySelector('textarea').value;
        if (panel.getAttribute('aria-busy') === 'true') {
            return;
        }
        // it was written for another button
        var unsent = button.hasAttribute('data-without-comment');
        var password = form.querySelector('[name=password]');
        var said = {kind: button.value, shown: panel.querySelector(SHOWN).getAttribute('data-digest'), comment: unsent ? '' : comment,
            onBehalfOf: button.getAttribute('data-on-behalf-of')};
        if (password && password.value) {
            if (CONFIRMED.indexOf(button.value) >= 0) {
                said.password = password.value;
            }
            // whatever comes of it, it does not stay on the page
            password.value = '';
        }
        panel.setAttribute('aria-busy', 'true');
        fetch(panel.getAttribute('data-address'), {
            method: 'POST',
            credentials: 'same-origin',
            headers: {'Content-Type': 'application/json', 'Accept': 'application/json', 'X-Atlassian-Token': 'no-check'},
            body: JSON.stringify(said)
        }).then(function (answer) {
            return answer.text().then(function (text) {
                return answer.ok ? finish(panel, unsent ? comment : '') : refuse(panel, {status: answer.status, json: json(text)}, comment);
            });
        }).catch(function () {
            showErrors(panel, [panel.getAttribute('data-unreachable')], {});
        }).then(function () {
            panel.removeAttribute('aria-busy');
        });
    }

    // whoever could approve gets a reminder, or the server says why nobody does; what was typed stays
    function remind(panel) {
        var typed = panel.querySelector(FORM + ' textarea');
        if (panel.getAttribute('aria-busy') === 'true') {
            return;
        }
        panel.setAttribute('aria-busy', 'true');
        fetch(panel.getAttribute('data-address') + '/reminders', {
            method: 'POST',
            credentials: 'same-origin',
            headers: {'Accept': 'application/json', 'X-Atlassian-Token': 'no-check'}
        }).then(function (answer) {
            return answer.text().then(function (text) {
                var said = json(text) || {};
                return refresh(panel, typed ? typed.value : '').catch(function () {
                    // the old panel stays, and what the server said of the reminder is true all the same
                }).then(function () {
                    var again = panel.querySelector(REMINDER + ' button');
                    // once somebody was reminded the button is gone for the day
                    var status = panel.querySelector(PANEL + '-status');
                    if (!again) {
                        status.setAttribute('tabindex', '-1');
                    }
                    (again || status).focus();
                    say(panel, said.message || (said.errorMessages || []).join(' ') || panel.getAttribute('data-unreachable'));
                });
            });
        }).catch(function () {
            say(panel, panel.getAttribute('data-unreachable'));
        }).then(function () {
            panel.removeAttribute('aria-busy');
        });
    }

    // Enter would press the first button, whichever was meant
    document.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' && event.target.matches(PANEL + ' [name=password]')) {
            event.preventDefault();
        }
    });

    document.addEventListener('submit', function (event) {
        if (event.target.matches(PANEL + ' ' + REMINDER)) {
            event.preventDefault();
            remind(event.target.closest(PANEL));
        } else if (event.target.matches(PANEL + ' form')) {
            event.preventDefault();
            send(event.target.closest(PANEL), event.target, event.submitter || event.target.querySelector('button'));
        }
    });
}());

// Feedback threads on the page of an issue: takes steps in place, by the app's own REST. Listens to the document, because Jira puts panels
// into pages that are there already; without it the panel is what the server wrote, to be read.
(function () {
    'use strict';

    var PANEL = '.decision-gates-feedback';
    var SHOWN = '.decision-gates-feedback-shown';
    var COMMENT = PANEL + ' select[name="comment"]';
    var said = 0;

    document.documentElement.classList.add('decision-gates-feedback-scripted');

    function one(within, selector) {
        return within.querySelector(selector);
    }

    function list(elements) {
        return Array.prototype.slice.call(elements);
    }

    function inputs(within) {
        return list(within.querySelectorAll('select, input, textarea'));
    }

    // what is read out is a text that changes where it stands, so it comes a moment later
    function say(panel, text) {
        var status = one(panel, PANEL + '-status');
        window.clearTimeout(said);
        status.textContent = '';
        said = window.setTimeout(function () {
            status.textContent = text;
        }, 50);
    }

    function showErrors(form, messages, errors) {
        var fields = inputs(form);
        var names = fields.map(function (input) {
            return input.name;
        });
        var general = one(form, '.aui-message');
        var first = null;
        // asked only where the server asks
        if (errors.copyRestricted) {
            one(form, PANEL + '-confirm').hidden = false;
        }
        // the row is chosen with its section
        if (errors.row) {
            errors.section = errors.section || errors.row;
            delete errors.row;
        }
        general.textContent = messages.concat(Object.keys(errors).filter(function (name) {
            return names.indexOf(name) < 0;
        }).map(function (name) {
            return name + ': ' + errors[name];
        })).join(' ');
        general.hidden = !general.textContent;
        fields.forEach(function (input) {
            var place = one(form, '.error[data-field="' + input.name + '"]');
            place.textContent = errors[input.name] || '';
            place.hidden = !errors[input.name];
            input.setAttribute('aria-invalid', String(Boolean(errors[input.name])));
            first = first || (errors[input.name] ? input : null);
        });
        if (first) {
            first.focus();
        } else if (!general.hidden) {
            general.scrollIntoView({block: 'nearest'});
        }
    }

    function json(text) {
        try {
            return JSON.parse(text);
        } catch (e) {
            return null;
        }
    }

    // what the server writes is the only markup there is; what was typed and is not sent stays, and what was opened or closed
    function refresh(panel, sent) {
        var comment = one(panel, 'select[name="comment"]');
        return fetchPanel(panel, sent, comment && comment.form !== sent ? comment.value : null);
    }

    // with a comment, or an empty text for none yet, the form offers comments, which no other view of the page reads
    function fetchPanel(panel, sent, comment) {
        var query = comment === null ? '' : '?comment=' + encodeURIComponent(comment);
        return fetch(panel.getAttribute('data-address') + '/panel' + query, {credentials: 'same-origin'}).then(function (answer) {
            return answer.text().then(function (text) {
                var fresh = answer.ok && new DOMParser().parseFromString(text, 'text/html').querySelector(SHOWN);
                if (!fresh) {
                    throw new Error('no panel');
                }
                fresh = document.importNode(fresh, true);
                inputs(one(panel, SHOWN)).forEach(function (input) {
                    var again = one(fresh, '[id="' + input.id + '"]');
                    if (again && input.form !== sent) {
                        again.value = input.value;
                    }
                });
                list(panel.querySelectorAll(PANEL + '-thread')).forEach(function (thread) {
                    var again = one(fresh, '[id="' + thread.id + '"] details');
                    if (again) {
                        again.open = one(thread, 'details').open;
                    }
                });
                one(panel, SHOWN).replaceWith(fresh);
            });
        });
    }

    function body(form, action) {
        var typed = {};
        inputs(form).filter(function (input) {
            return input.type !== 'checkbox';
        }).forEach(function (input) {
            typed[input.name] = input.value;
        });
        // what is confirmed is this comment, and no other
        if (form.querySelector('input[name="copyRestricted"]:checked')) {
            typed.copyRestricted = typed.comment;
        }
        if (typed.section) {
            var chosen = typed.section.split(':');
            typed.section = chosen[0];
            if (chosen[1]) {
                typed.row = chosen[1];
            }
        } else if (action !== 'reply') {
            typed.step = Number(form.getAttribute('data-step'));
        }
        return typed;
    }

    function formOf(panel, thread) {
        return one(panel, 'form[data-thread="' + thread + '"]');
    }

    function finish(panel, form, answer) {
        var thread = String(answer.json.number);
        return refresh(panel, form).then(function () {
            var next = one(panel, '[id="decision-gates-feedback-' + thread + '"] summary');
            say(panel, panel.getAttribute('data-done'));
            if (next) {
                next.focus();
            }
            // others on the page may show what depends on it
            document.dispatchEvent(new CustomEvent('decision-gates-rows-changed'));
        }, function () {
            // it is stored: what must not stay is a panel that says otherwise
            window.location.reload();
        });
    }

    function refuse(panel, form, answer) {
        // what was said of an earlier entry is not true of this one
        say(panel, '');
        var messages = answer.json && answer.json.errorMessages || [];
        var errors = answer.json && answer.json.errors || {};
        if (messages.length === 0 && Object.keys(errors).length === 0) {
            messages = [panel.getAttribute('data-unreachable')];
        }
        if (answer.status !== 409) {
            showErrors(form, messages, errors);
            return null;
        }
        // somebody else was faster: what they did is shown, and what was typed stays
        var thread = form.getAttribute('data-thread');
        return refresh(panel, null).then(function () {
            if (formOf(panel, thread)) {
                showErrors(formOf(panel, thread), messages, errors);
            } else {
                say(panel, messages.join(' '));
            }
        });
    }

    // one request at a time: a second press of Enter must not write a second time
    function send(panel, form, action) {
        var thread = form.getAttribute('data-thread');
        if (panel.getAttribute('aria-busy') === 'true') {
            return;
        }
        panel.setAttribute('aria-busy', 'true');
        fetch(panel.getAttribute('data-address') + (thread && '/' + thread + '/' + action), {
            method: 'POST',
            credentials: 'same-origin',
            headers: {'Content-Type': 'application/json', 'Accept': 'application/json', 'X-Atlassian-Token': 'no-check'},
            body: JSON.stringify(body(form, action))
        }).then(function (answer) {
            return answer.text().then(function (text) {
                var read = {ok: answer.ok, status: answer.status, json: json(text)};
                return read.ok && read.json ? finish(panel, form, read) : refuse(panel, form, read);
            });
        }).catch(function () {
            showErrors(form, [panel.getAttribute('data-unreachable')], {});
        }).then(function () {
            panel.removeAttribute('aria-busy');
        });
    }

    // "Turn comment into thread" leads here, and the address may name a comment
    function offerComments(panel, comment) {
        fetchPanel(panel, null, comment).then(function () {
            var opening = one(panel, PANEL + '-opening');
            if (opening) {
                opening.open = true;
                var choice = one(opening, 'select[name="comment"]');
                // where the address names none, the first is chosen: whoever comes here wants a thread of a comment
                list(choice.options).forEach(function (option) {
                    option.selected = option.selected || comment !== '' && option.value === comment;
                });
                choice.focus();
                choice.scrollIntoView({block: 'center'});
            }
        }, function () {
            say(panel, panel.getAttribute('data-unreachable'));
        });
    }

    function begin() {
        var comment = new URLSearchParams(window.location.search).get('feedback-comment');
        var panel = document.querySelector(PANEL);
        if (panel && comment !== null) {
            offerComments(panel, comment);
        }
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', begin);
    } else {
        begin();
    }

    // another comment is to be confirmed for itself
    document.addEventListener('change', function (event) {
        if (event.target.matches(COMMENT)) {
            one(event.target.form, '#decision-gates-feedback-copy').checked = false;
            one(event.target.form, PANEL + '-confirm').hidden = true;
        }
    });

    document.addEventListener('submit', function (event) {
        if (event.target.matches(PANEL + ' form')) {
            event.preventDefault();
            var pressed = event.submitter || one(event.target, 'button');
            send(event.target.closest(PANEL), event.target, pressed.value);
        }
    });

    // the first button is the one that is meant, as in the other forms of the page
    document.addEventListener('keydown', function (event) {
        var typing = event.target.matches && event.target.matches(PANEL + ' textarea');
        if (typing && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send(event.target.closest(PANEL), event.target.form, one(event.target.form, 'button').value);
        }
    }, true);
}());

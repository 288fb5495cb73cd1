// Readiness on the page of an issue: edits a missing field in place, by Jira's own REST, and asks for waivers. Listens to the document, because
// Jira puts panels into pages that are there already; without it the panel is a list with links to the edit form.
(function () {
    'use strict';

    var PANEL = '.decision-gates-readiness';
    var VALUE = 'decision-gates-readiness-value';
    var PARTS = PANEL + '-owed, ' + PANEL + '-transition';
    var said = 0;

    document.documentElement.classList.add('decision-gates-readiness-scripted');

    function one(panel, selector) {
        return panel.querySelector(selector);
    }

    function part(panel, name) {
        return one(panel, '[id="decision-gates-readiness-' + name + '"]');
    }

    function form(panel, kind) {
        return one(panel, 'form[data-form="' + kind + '"]');
    }

    function open(panel) {
        return one(panel, 'form:not([hidden])');
    }

    function list(elements) {
        return Array.prototype.slice.call(elements || []);
    }

    // out of what is replaced next
    function clearStatus(panel) {
        var status = one(panel, PANEL + '-status');
        var holder = status.closest(PANEL + '-said');
        window.clearTimeout(said);
        status.textContent = '';
        panel.appendChild(status);
        if (holder) {
            holder.remove();
        }
    }

    // beside what was used; what is read out is a text that changes where it stands, so it comes a moment later
    function showStatus(panel, place, text, failed) {
        var status = one(panel, PANEL + '-status');
        clearStatus(panel);
        status.classList.toggle('decision-gates-readiness-failed', Boolean(failed));
        place.appendChild(status);
        said = window.setTimeout(function () {
            status.textContent = text;
            status.scrollIntoView({block: 'nearest'});
        }, 50);
    }

    function nameOf(part) {
        return (one(part, 'h4 bdi') || one(part, 'h4')).textContent;
    }

    function keyOf(item) {
        return ['data-rule', 'data-field', 'data-subject', 'data-waiver'].map(function (name) {
            return item.getAttribute(name);
        }).join('\n');
    }

    // where something was used: of which part and which item of it, by name and by position
    function placeOf(panel, item) {
        var part = item.closest(PARTS);
        return {
            part: nameOf(part),
            position: list(panel.querySelectorAll(PARTS)).indexOf(part),
            key: keyOf(item),
            index: list(item.parentNode.children).indexOf(item)
        };
    }

    // what is there now; where the item is gone, one for the status alone
    function find(panel, place) {
        var parts = list(panel.querySelectorAll(PARTS));
        var same = parts.filter(function (each) {
            return nameOf(each) === place.part;
        });
        var part = same.indexOf(parts[place.position]) < 0 ? same[0] : parts[place.position];
        var items = part && one(part, 'ul');
        var item = items && list(items.children).filter(function (each) {
            return keyOf(each) === place.key;
        })[0];
        var holder = item || document.createElement(items ? 'li' : 'div');
        if (!item) {
            holder.className = 'decision-gates-readiness-said';
            if (items) {
                items.insertBefore(holder, items.children[place.index] || null);
            } else if (part) {
                part.appendChild(holder);
            } else {
                one(panel, PANEL + '-shown').insertBefore(holder, parts[place.position] || null);
            }
        }
        return holder;
    }

    // the next thing to use from there on; at the end of the panel, the one before
    function focusFrom(panel, place) {
        var controls = list(one(panel, PANEL + '-shown').querySelectorAll(PANEL + '-fix [data-action], ' + PANEL + '-fix a, summary'));
        var next = controls.filter(function (control) {
            return place.contains(control) || place.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING;
        })[0] || controls[controls.length - 1];
        if (next) {
            next.focus();
        }
    }

    function showError(shown, text, input) {
        var error = one(shown, '.error');
        error.textContent = text;
        error.hidden = !text;
        shown.querySelectorAll('input, textarea').forEach(function (each) {
            each.setAttribute('aria-invalid', String(Boolean(text) && (!input || each === input)));
        });
        if (text) {
            (input || one(shown, 'input, textarea')).focus();
        }
    }

    // the kind of input is that of the field, and its text goes from one item to the next with nothing in it
    function putInput(panel, control) {
        var old = part(panel, 'value');
        var fresh = document.createElement(control === 'LINES' ? 'textarea' : 'input');
        if (control === 'LINES') {
            fresh.rows = 4;
        } else {
            fresh.type = control === 'DAY' ? 'date' : 'text';
        }
        if (control === 'DAY') {
            // a year that is typed with two digits would be one of antiquity
            fresh.min = '1970-01-01';
            fresh.max = '2999-12-31';
        }
        fresh.id = VALUE;
        fresh.className = (control === 'LINES' ? 'textarea' : 'text') + ' full-width-field';
        fresh.autocomplete = 'off';
        fresh.setAttribute('aria-describedby', old.getAttribute('aria-describedby'));
        old.replaceWith(fresh);
    }

    function show(panel, item, shown) {
        cancel(panel);
        clearStatus(panel);
        item.appendChild(shown);
        shown.hidden = false;
        showError(shown, '');
        one(shown, 'input, textarea').focus();
    }

    function openFix(panel, item) {
        var shown = form(panel, 'fix');
        var control = item.getAttribute('data-control');
        var hint = part(panel, 'hint');
        putInput(panel, control);
        one(shown, 'label').textContent = item.getAttribute('data-label');
        hint.textContent = control === 'USER' ? hint.getAttribute('data-user') : control === 'LINES' ? hint.getAttribute('data-lines') : '';
        one(shown, '[data-action="me"]').hidden = control !== 'USER' || !panel.getAttribute('data-viewer');
        show(panel, item, shown);
    }

    function openWaiver(panel, item) {
        part(panel, 'reason').value = '';
        part(panel, 'until').value = '';
        part(panel, 'until').max = item.getAttribute('data-latest');
        part(panel, 'latest').textContent = item.getAttribute('data-latest-text');
        show(panel, item, form(panel, 'waiver'));
    }

    function cancel(panel) {
        var shown = open(panel);
        var item = shown && shown.closest(PANEL + '-item');
        var button = item && one(item, '[data-action="' + shown.getAttribute('data-form') + '"]');
        if (shown) {
            shown.hidden = true;
            panel.appendChild(shown);
        }
        if (button) {
            button.focus();
        }
    }

    function json(text) {
        try {
            return JSON.parse(text);
        } catch (e) {
            return null;
        }
    }

    // what is said against what was sent, else that nothing was said
    function errorOf(panel, text) {
        var answer = json(text) || {};
        var texts = (answer.errorMessages || []).concat(Object.keys(answer.errors || {}).map(function (name) {
            return answer.errors[name];
        }));
        return texts.length > 0 ? texts.join(' ') : panel.getAttribute('data-unreachable');
    }

    // what the server writes is the only markup there is
    function refresh(panel) {
        return fetch(panel.getAttribute('data-address') + '/readiness/panel', {credentials: 'same-origin'}).then(function (answer) {
            return answer.text().then(function (text) {
                var fresh = answer.ok && new DOMParser().parseFromString(text, 'text/html').querySelector(PANEL + '-shown');
                if (!fresh) {
                    throw new Error('no panel');
                }
                clearStatus(panel);
                // one reminder a day is for everybody who is missing, whichever item it was asked for at
                if (panel.hasAttribute('data-reminded')) {
                    list(fresh.querySelectorAll('[data-action="remind"]')).forEach(function (button) {
                        button.parentNode.removeChild(button);
                    });
                }
                one(panel, PANEL + '-shown').replaceWith(document.importNode(fresh, true));
            });
        });
    }

    function finish(panel, place, text, failed) {
        cancel(panel);
        return refresh(panel).then(function () {
            var found = find(panel, place);
            showStatus(panel, found, text, failed);
            focusFrom(panel, found);
        }, function () {
            // it is stored: what must not stay is a panel that says otherwise
            window.location.reload();
        });
    }

    function send(method, address, body) {
        return fetch(address, {
            method: method,
            credentials: 'same-origin',
            headers: {'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'},
            body: JSON.stringify(body)
        }).then(function (answer) {
            return answer.text().then(function (text) {
                return {ok: answer.ok, text: text};
            });
        });
    }

    // one at a time: a second press of Enter must not send anything a second time
    function once(panel, item, work) {
        var shown = open(panel);
        if (panel.getAttribute('aria-busy') === 'true') {
            return;
        }
        panel.setAttribute('aria-busy', 'true');
        work().then(function () {
            panel.removeAttribute('aria-busy');
        }, function () {
            panel.removeAttribute('aria-busy');
            if (shown) {
                showError(shown, panel.getAttribute('data-unreachable'));
            } else {
                showStatus(panel, item, panel.getAttribute('data-unreachable'), true);
            }
        });
    }

    function save(panel) {
        var shown = open(panel);
        var item = shown.closest(PANEL + '-item');
        var place = placeOf(panel, item);
        var value = part(panel, 'value').value;
        var fields = {};
        if (!value.trim()) {
            showError(shown, panel.getAttribute('data-nothing'));
            return;
        }
        if (!part(panel, 'value').checkValidity()) {
            showError(shown, part(panel, 'value').validationMessage);
            return;
        }
        fields[item.getAttribute('data-field')] = item.getAttribute('data-control') === 'USER' ? {name: value.trim()} : value;
        once(panel, item, function () {
            return send('PUT', panel.getAttribute('data-issue'), {fields: fields}).then(function (answer) {
                return answer.ok ? finish(panel, place, panel.getAttribute('data-saved')) : showError(shown, errorOf(panel, answer.text));
            });
        });
    }

    // where several policies ask for it, each has to waive it: once one of them was asked, the panel shows which
    function ask(panel) {
        var shown = open(panel);
        var asked = 0;
        var item = shown.closest(PANEL + '-item');
        var place = placeOf(panel, item);
        var body = {rule: item.getAttribute('data-rule'), reason: part(panel, 'reason').value, until: part(panel, 'until').value};
        if (item.getAttribute('data-subject')) {
            body.field = item.getAttribute('data-subject');
        }
        function next(policies) {
            if (policies.length === 0) {
                return finish(panel, place, panel.getAttribute('data-asked'));
            }
            body.policy = policies[0];
            return send('POST', panel.getAttribute('data-address') + '/waivers', body).then(function (answer) {
                asked += answer.ok ? 1 : 0;
                if (answer.ok) {
                    return next(policies.slice(1));
                }
                return asked > 0 ? finish(panel, place, errorOf(panel, answer.text), true) : showError(shown, errorOf(panel, answer.text));
            });
        }
        once(panel, item, function () {
            return next(item.getAttribute('data-policies').split(' '));
        });
    }

    // what somebody else did meanwhile is refused, and shown
    function act(panel, button) {
        var waiver = button.closest(PANEL + '-waiver');
        var action = button.getAttribute('data-action');
        var place;
        cancel(panel);
        clearStatus(panel);
        place = placeOf(panel, waiver);
        once(panel, waiver, function () {
            return send('POST', panel.getAttribute('data-address') + '/waivers/' + waiver.getAttribute('data-waiver') + '/' + action,
                {step: Number(waiver.getAttribute('data-step'))}).then(function (answer) {
                return finish(panel, place, answer.ok ? panel.getAttribute('data-' + action) : errorOf(panel, answer.text), !answer.ok);
            });
        });
    }

    // the server says how many people get a reminder, or why nobody does
    function remind(panel, item) {
        var place = placeOf(panel, item);
        cancel(panel);
        clearStatus(panel);
        once(panel, item, function () {
            return send('POST', panel.getAttribute('data-address') + '/approvals/reminders', {}).then(function (answer) {
                if (answer.ok) {
                    panel.setAttribute('data-reminded', '');
                }
                return finish(panel, place, answer.ok ? json(answer.text).message : errorOf(panel, answer.text), !answer.ok);
            });
        });
    }

    document.addEventListener('click', function (event) {
        var button = event.target.closest && event.target.closest(PANEL + ' [data-action]');
        var panel = button && button.closest(PANEL);
        if (!button) {
            return;
        }
        switch (button.getAttribute('data-action')) {
        case 'fix':
            openFix(panel, button.closest(PANEL + '-item'));
            break;
        case 'remind':
            remind(panel, button.closest(PANEL + '-item'));
            break;
        case 'waiver':
            openWaiver(panel, button.closest(PANEL + '-item'));
            break;
        case 'grant':
        case 'decline':
        case 'withdraw':
            act(panel, button);
            break;
        case 'me':
            part(panel, 'value').value = panel.getAttribute('data-viewer');
            save(panel);
            break;
        default:
            cancel(panel);
        }
    });

    // what is recorded elsewhere on the page may be what was missing here
    document.addEventListener('decision-gates-rows-changed', function () {
        Array.prototype.forEach.call(document.querySelectorAll(PANEL), function (panel) {
            if (!open(panel)) {
                refresh(panel).catch(function () {
                    window.location.reload();
                });
            }
        });
    });

    document.addEventListener('submit', function (event) {
        if (event.target.matches(PANEL + ' form')) {
            event.preventDefault();
            if (event.target.getAttribute('data-form') === 'fix') {
                save(event.target.closest(PANEL));
            } else {
                ask(event.target.closest(PANEL));
            }
        }
    });

    // Jira has keys of its own for single letters and Escape: they are not meant while somebody types here
    document.addEventListener('keydown', function (event) {
        var panel = event.target.closest && event.target.closest(PANEL);
        if (panel && event.key === 'Escape' && open(panel)) {
            event.stopPropagation();
            cancel(panel);
        }
    }, true);
}());

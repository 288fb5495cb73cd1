// Impact lines on the page of an issue: adds, changes and removes them in place. Listens to the document, because Jira puts panels into
// pages that are there already; without it the panel is what the server wrote, to be read.
(function () {
    'use strict';

    var PANEL = '.decision-gates-impact';
    var FIELDS = ['metric', 'unit', 'direction', 'baseline', 'expected', 'confidence', 'check', 'actual'];
    var said = 0;

    document.documentElement.classList.add('decision-gates-impact-scripted');

    function one(panel, selector) {
        return panel.querySelector(selector);
    }

    function form(panel) {
        return one(panel, 'form');
    }

    function question(panel) {
        return one(panel, '.decision-gates-impact-question');
    }

    function field(panel, name) {
        return form(panel).elements.namedItem(name);
    }

    // out of what is replaced next
    function clearStatus(panel) {
        var status = one(panel, '.decision-gates-impact-status');
        window.clearTimeout(said);
        status.textContent = '';
        panel.insertBefore(status, one(panel, '.decision-gates-impact-lines').nextSibling);
    }

    // beside what was used: behind a button, above a form; what is read out is a text that changes where it stands, so it comes a moment
    // later
    function showStatus(panel, used, text, failed) {
        var status = one(panel, '.decision-gates-impact-status');
        var controls = used && used.closest('.decision-gates-impact-controls');
        clearStatus(panel);
        status.classList.toggle('decision-gates-impact-failed', Boolean(failed));
        if (controls) {
            controls.parentNode.insertBefore(status, controls.nextSibling);
        } else if (used) {
            used.parentNode.insertBefore(status, used);
        }
        said = window.setTimeout(function () {
            status.textContent = text;
        }, 50);
    }

    function lineWithId(panel, id) {
        return id && one(panel, '.decision-gates-impact-line[data-id="' + id + '"]');
    }

    function values(panel) {
        return FIELDS.map(function (name) {
            return field(panel, name).value;
        });
    }

    function isOpen(panel) {
        return !form(panel).hidden;
    }

    function isChanged(panel) {
        return isOpen(panel) && form(panel).getAttribute('data-before') !== JSON.stringify(values(panel));
    }

    function showErrors(panel, messages, errors) {
        var general = one(panel, 'form .aui-message');
        var others = Object.keys(errors).filter(function (name) {
            return FIELDS.indexOf(name) < 0;
        });
        var texts = messages.concat(others.map(function (name) {
            return name + ': ' + errors[name];
        }));
        general.textContent = texts.join(' ');
        general.hidden = texts.length === 0;
        var first = null;
        FIELDS.forEach(function (name) {
            var place = one(panel, '.error[data-field="' + name + '"]');
            place.textContent = errors[name] || '';
            place.hidden = !errors[name];
            place.parentNode.classList.toggle('decision-gates-impact-faulty', Boolean(errors[name]));
            field(panel, name).setAttribute('aria-invalid', errors[name] ? 'true' : 'false');
            first = first || (errors[name] ? field(panel, name) : null);
        });
        if (first) {
            first.focus();
        } else if (texts.length > 0) {
            general.scrollIntoView({block: 'nearest'});
        }
    }

    // the form goes where its line is, and back out of the way when it closes
    function openForm(panel, line) {
        var shown = form(panel);
        closeQuestion(panel);
        clearStatus(panel);
        shown.setAttribute('data-id', line ? line.getAttribute('data-id') : '');
        shown.setAttribute('data-stale', 'false');
        shown.setAttribute('data-version', line ? line.getAttribute('data-version') : '');
        FIELDS.forEach(function (name) {
            field(panel, name).value = line ? line.getAttribute('data-' + name) : name === 'direction' ? 'UP' : '';
        });
        if (line) {
            one(line, '.decision-gates-impact-shown').hidden = true;
            line.appendChild(shown);
        } else {
            panel.appendChild(shown);
        }
        panel.classList.toggle('decision-gates-impact-adding', !line);
        showErrors(panel, [], {});
        shown.hidden = false;
        shown.setAttribute('data-before', JSON.stringify(values(panel)));
        field(panel, 'metric').focus();
    }

    function closeForm(panel) {
        var line = lineWithId(panel, form(panel).getAttribute('data-id'));
        form(panel).hidden = true;
        panel.classList.remove('decision-gates-impact-adding');
        panel.appendChild(form(panel));
        if (line) {
            one(line, '.decision-gates-impact-shown').hidden = false;
        }
    }

    function openQuestion(panel, line) {
        clearStatus(panel);
        question(panel).setAttribute('data-id', line.getAttribute('data-id'));
        line.appendChild(question(panel));
        question(panel).hidden = false;
        one(question(panel), '[data-action="keep"]').focus();
    }

    function closeQuestion(panel) {
        question(panel).hidden = true;
        panel.appendChild(question(panel));
    }

    function focus(panel, id, action) {
        var button = (lineWithId(panel, id) || panel).querySelector('[data-action="' + action + '"]') || one(panel, '[data-action="add"]') || one(panel, '[data-action]');
        if (button) {
            button.focus();
        }
        return button;
    }

    function send(panel, method, path, body) {
        var options = {method: method, credentials: 'same-origin', headers: {'Accept': 'application/json, text/html'}};
        if (method !== 'GET') {
            options.headers['X-Atlassian-Token'] = 'no-check';
        }
        if (body) {
            options.headers['Content-Type'] = 'application/json';
            options.body = JSON.stringify(body);
        }
        return fetch(panel.getAttribute('data-address') + path, options).then(function (answer) {
            return answer.text().then(function (text) {
                return {ok: answer.ok, status: answer.status, text: text, json: json(text)};
            });
        });
    }

    function json(text) {
        try {
            return JSON.parse(text);
        } catch (e) {
            return null;
        }
    }

    // what the server writes is the only markup there is
    function refresh(panel) {
        return send(panel, 'GET', '/panel').then(function (answer) {
            var fresh = answer.ok && new DOMParser().parseFromString(answer.text, 'text/html').querySelector('.decision-gates-impact-lines');
            if (!fresh) {
                throw new Error('no panel');
            }
            clearStatus(panel);
            one(panel, '.decision-gates-impact-lines').replaceWith(document.importNode(fresh, true));
        });
    }

    function errorMessages(panel, answer) {
        var messages = answer.json && answer.json.errorMessages || [];
        return messages.length > 0 || answer.json && answer.json.errors ? messages : [panel.getAttribute('data-unreachable')];
    }

    // one request at a time: a second press of Enter must not add a second line
    function once(panel, work) {
        if (panel.getAttribute('aria-busy') === 'true') {
            return;
        }
        panel.setAttribute('aria-busy', 'true');
        work().then(function () {
            panel.removeAttribute('aria-busy');
        }, function () {
            panel.removeAttribute('aria-busy');
            showStatus(panel, isOpen(panel) ? form(panel) : one(panel, '.decision-gates-impact-question:not([hidden])'),
                panel.getAttribute('data-unreachable'), true);
        });
    }

    function save(panel) {
        var id = form(panel).getAttribute('data-id');
        var body = {};
        FIELDS.forEach(function (name) {
            body[name] = field(panel, name).value;
        });
        if (id) {
            body.version = Number(form(panel).getAttribute('data-version'));
        }
        once(panel, function () {
            return send(panel, id ? 'PUT' : 'POST', id ? '/' + id : '', body).then(function (answer) {
                if (answer.ok) {
                    return finish(panel, id, id ? 'edit' : 'add', id ? 'data-changed' : 'data-added');
                }
                if (answer.status === 409 && answer.json && answer.json.current) {
                    // saving again is a decision made with the other's line in view
                    form(panel).setAttribute('data-version', answer.json.current.version);
                }
                // what the page shows is out of date then: cancelling has to show what is stored
                form(panel).setAttribute('data-stale', String(answer.status === 409 || answer.status === 404));
                showErrors(panel, errorMessages(panel, answer), answer.json && answer.json.errors || {});
            });
        });
    }

    function remove(panel) {
        var id = question(panel).getAttribute('data-id');
        var version = lineWithId(panel, id).getAttribute('data-version');
        once(panel, function () {
            return send(panel, 'DELETE', '/' + id + '?version=' + version).then(function (answer) {
                if (answer.ok) {
                    return finish(panel, '', 'add', 'data-removed');
                }
                closeQuestion(panel);
                return refresh(panel).then(function () {
                    showStatus(panel, focus(panel, id, 'remove'), errorMessages(panel, answer).join(' '), true);
                });
            });
        });
    }

    function finish(panel, id, action, message) {
        closeForm(panel);
        closeQuestion(panel);
        return refresh(panel).then(function () {
            showStatus(panel, focus(panel, id, action), panel.getAttribute(message));
        }, function () {
            // it is stored: what must not stay is a panel that says otherwise
            window.location.reload();
        });
    }

    function cancel(panel) {
        var id = form(panel).getAttribute('data-id');
        var stale = form(panel).getAttribute('data-stale') === 'true';
        closeForm(panel);
        clearStatus(panel);
        focus(panel, id, id ? 'edit' : 'add');
        if (stale) {
            once(panel, function () {
                return refresh(panel).then(function () {
                    focus(panel, id, 'edit');
                });
            });
        }
    }

    function keep(panel) {
        var id = question(panel).getAttribute('data-id');
        closeQuestion(panel);
        focus(panel, id, 'remove');
    }

    // what was typed is not thrown away because somebody presses another button
    function unlessTyping(panel, work) {
        if (isChanged(panel)) {
            showStatus(panel, form(panel), panel.getAttribute('data-open'), true);
            field(panel, 'metric').focus();
            return;
        }
        closeForm(panel);
        work();
    }

    document.addEventListener('click', function (event) {
        var button = event.target.closest && event.target.closest(PANEL + ' [data-action]');
        if (!button) {
            return;
        }
        var panel = button.closest(PANEL);
        var line = button.closest('.decision-gates-impact-line');
        switch (button.getAttribute('data-action')) {
        case 'add':
        case 'edit':
            unlessTyping(panel, function () {
                openForm(panel, line);
            });
            break;
        case 'remove':
            unlessTyping(panel, function () {
                openQuestion(panel, line);
            });
            break;
        case 'remove-now':
            remove(panel);
            break;
        case 'keep':
            keep(panel);
            break;
        default:
            cancel(panel);
        }
    });

    document.addEventListener('submit', function (event) {
        if (event.target.matches(PANEL + ' form')) {
            event.preventDefault();
            save(event.target.closest(PANEL));
        }
    });

    // Jira has keys of its own for single letters and Escape: they are not meant while somebody types here
    document.addEventListener('keydown', function (event) {
        var panel = event.target.closest && event.target.closest(PANEL);
        if (panel && event.key === 'Escape' && form(panel)) {
            if (isOpen(panel)) {
                event.stopPropagation();
                cancel(panel);
            } else if (!question(panel).hidden) {
                event.stopPropagation();
                keep(panel);
            }
        }
    }, true);
}());

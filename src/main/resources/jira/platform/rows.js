// Rows on the page of an issue, those of its record and its impact lines: adds, changes and removes them in place. Listens to the document,
// because Jira puts panels into pages that are there already; without it a panel is what the server wrote, to be read.
(function () {
    'use strict';

    var PANEL = '.decision-gates-rows';
    var SECTION = '.decision-gates-rows-section';
    var ROW = '.decision-gates-rows-one';
    var CONTROLS = '.decision-gates-rows-controls';
    var said = 0;

    document.documentElement.classList.add('decision-gates-rows-scripted');

    function one(within, selector) {
        return within.querySelector(selector);
    }

    function openedForm(panel) {
        return one(panel, 'form:not([hidden])');
    }

    function question(panel) {
        return one(panel, '.decision-gates-rows-question');
    }

    function inputs(form) {
        return Array.prototype.filter.call(form.elements, function (element) {
            return element.name;
        });
    }

    function values(form) {
        var typed = {};
        inputs(form).forEach(function (input) {
            typed[input.name] = input.value;
        });
        return typed;
    }

    function sectionOf(panel, kind) {
        return one(panel, SECTION + '[data-kind="' + kind + '"]');
    }

    function rowOf(panel, kind, id) {
        var section = sectionOf(panel, kind);
        return id && section && one(section, ROW + '[data-id="' + id + '"]');
    }

    // out of what is replaced next
    function clearStatus(panel) {
        var status = one(panel, '.decision-gates-rows-status');
        window.clearTimeout(said);
        status.textContent = '';
        panel.insertBefore(status, panel.firstChild);
    }

    // beside what was used: behind a button, above a form; what is read out is a text that changes where it stands, so it comes a moment
    // later
    function showStatus(panel, used, text, failed) {
        var status = one(panel, '.decision-gates-rows-status');
        var controls = used && used.closest(CONTROLS);
        clearStatus(panel);
        status.classList.toggle('decision-gates-rows-failed', Boolean(failed));
        if (controls) {
            controls.parentNode.insertBefore(status, controls.nextSibling);
        } else if (used) {
            used.parentNode.insertBefore(status, used);
        }
        said = window.setTimeout(function () {
            status.textContent = text;
            status.scrollIntoView({block: 'nearest'});
        }, 50);
    }

    function showErrors(form, messages, errors) {
        var names = inputs(form).map(function (input) {
            return input.name;
        });
        var texts = messages.concat(Object.keys(errors).filter(function (name) {
            return names.indexOf(name) < 0;
        }).map(function (name) {
            return name + ': ' + errors[name];
        }));
        var general = one(form, '.aui-message');
        general.textContent = texts.join(' ');
        general.hidden = texts.length === 0;
        var first = null;
        inputs(form).forEach(function (input) {
            var place = one(form, '.error[data-field="' + input.name + '"]');
            place.textContent = errors[input.name] || '';
            place.hidden = !errors[input.name];
            place.parentNode.classList.toggle('decision-gates-rows-faulty', Boolean(errors[input.name]));
            input.setAttribute('aria-invalid', errors[input.name] ? 'true' : 'false');
            first = first || (errors[input.name] ? input : null);
        });
        if (first) {
            first.focus();
        } else if (texts.length > 0) {
            general.scrollIntoView({block: 'nearest'});
        }
    }

    // the form goes where its row is, and back to its section when it closes
    function openForm(panel, section, row) {
        var form = one(section, 'form');
        var start = row ? JSON.parse(row.getAttribute('data-values')) : {};
        closeQuestion(panel);
        clearStatus(panel);
        form.setAttribute('data-id', row ? row.getAttribute('data-id') : '');
        form.setAttribute('data-version', row ? row.getAttribute('data-version') : '');
        form.setAttribute('data-stale', 'false');
        inputs(form).forEach(function (input) {
            input.value = start[input.name] || '';
            if (input.selectedIndex === -1) {
                input.selectedIndex = 0;
            }
        });
        // what came of a thing is not asked while it is only expected
        Array.prototype.forEach.call(form.querySelectorAll('[data-when="edit"]'), function (part) {
            part.hidden = !row;
        });
        if (row) {
            one(row, '.decision-gates-rows-shown').hidden = true;
            row.appendChild(form);
        }
        section.classList.toggle('decision-gates-rows-adding', !row);
        showErrors(form, [], {});
        form.hidden = false;
        // what a form offers beyond its inputs is filled by whoever knows of it
        form.dispatchEvent(new CustomEvent('decision-gates-rows-opened', {bubbles: true}));
        form.setAttribute('data-before', JSON.stringify(values(form)));
        inputs(form)[0].focus();
    }

    function closeForm(panel) {
        var form = openedForm(panel);
        if (form) {
            var section = form.closest(SECTION);
            var row = form.closest(ROW);
            form.hidden = true;
            section.classList.remove('decision-gates-rows-adding');
            section.appendChild(form);
            if (row) {
                one(row, '.decision-gates-rows-shown').hidden = false;
            }
        }
    }

    function openQuestion(panel, row) {
        clearStatus(panel);
        question(panel).setAttribute('data-id', row.getAttribute('data-id'));
        question(panel).setAttribute('data-kind', row.closest(SECTION).getAttribute('data-kind'));
        row.appendChild(question(panel));
        question(panel).hidden = false;
        one(question(panel), '[data-action="keep"]').focus();
    }

    function closeQuestion(panel) {
        question(panel).hidden = true;
        panel.appendChild(question(panel));
    }

    function focus(panel, kind, id, action) {
        var section = sectionOf(panel, kind);
        var button = one(rowOf(panel, kind, id) || section, '[data-action="' + action + '"]') || one(section, '[data-action]') || one(panel, '[data-action]');
        if (button) {
            button.focus();
        }
        return button;
    }

    // below the address of the panel; where there is one kind of rows only it has no name
    function path(kind, id) {
        return (kind && '/' + kind) + (id && '/' + id);
    }

    function send(panel, method, where, body) {
        var options = {method: method, credentials: 'same-origin', headers: {'Accept': 'application/json, text/html'}};
        if (method !== 'GET') {
            options.headers['X-Atlassian-Token'] = 'no-check';
        }
        if (body) {
            options.headers['Content-Type'] = 'application/json';
            options.body = JSON.stringify(body);
        }
        return fetch(panel.getAttribute('data-address') + where, options).then(function (answer) {
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
        closeQuestion(panel);
        return send(panel, 'GET', '/panel').then(function (answer) {
            var fresh = answer.ok && new DOMParser().parseFromString(answer.text, 'text/html').querySelector('.decision-gates-rows-sections');
            if (!fresh) {
                throw new Error('no panel');
            }
            clearStatus(panel);
            one(panel, '.decision-gates-rows-sections').replaceWith(document.importNode(fresh, true));
            refreshDerived(panel, fresh.ownerDocument);
        });
    }

    // what follows from the rows stands behind the panel
    function refreshDerived(panel, page) {
        var fresh = page.querySelector('.decision-gates-rows-derived');
        var shown = panel.nextElementSibling;
        if (fresh && shown && shown.matches('.decision-gates-rows-derived')) {
            shown.replaceWith(document.importNode(fresh, true));
        }
    }

    function errorMessages(panel, answer) {
        var messages = answer.json && answer.json.errorMessages || [];
        return messages.length > 0 || answer.json && answer.json.errors ? messages : [panel.getAttribute('data-unreachable')];
    }

    // one request at a time: a second press of Enter must not add a second row
    function once(panel, work) {
        if (panel.getAttribute('aria-busy') === 'true') {
            return;
        }
        panel.setAttribute('aria-busy', 'true');
        work().then(function () {
            panel.removeAttribute('aria-busy');
        }, function () {
            panel.removeAttribute('aria-busy');
            showStatus(panel, openedForm(panel) || one(panel, '.decision-gates-rows-question:not([hidden])'),
                panel.getAttribute('data-unreachable'), true);
        });
    }

    function save(panel, form) {
        var id = form.getAttribute('data-id');
        var kind = form.closest(SECTION).getAttribute('data-kind');
        var body = values(form);
        // half a date has no value: sent, it would silently be none
        var unreadable = inputs(form).filter(function (input) {
            return input.validity.badInput;
        })[0];
        if (unreadable) {
            var errors = {};
            errors[unreadable.name] = unreadable.validationMessage;
            showErrors(form, [], errors);
            return;
        }
        if (id) {
            body.version = Number(form.getAttribute('data-version'));
        }
        once(panel, function () {
            return send(panel, id ? 'PUT' : 'POST', path(kind, id), body).then(function (answer) {
                if (answer.ok) {
                    return finish(panel, kind, id, id ? 'edit' : 'add', id ? 'data-changed' : 'data-added');
                }
                if (answer.status === 409 && answer.json && answer.json.current) {
                    // saving again is a decision made with the other's row in view
                    form.setAttribute('data-version', answer.json.current.version);
                }
                // what the page shows is out of date then: cancelling has to show what is stored
                form.setAttribute('data-stale', String(answer.status === 409 || answer.status === 404));
                showErrors(form, errorMessages(panel, answer), answer.json && answer.json.errors || {});
            });
        });
    }

    function remove(panel) {
        var id = question(panel).getAttribute('data-id');
        var kind = question(panel).getAttribute('data-kind');
        var version = rowOf(panel, kind, id).getAttribute('data-version');
        once(panel, function () {
            return send(panel, 'DELETE', path(kind, id) + '?version=' + version).then(function (answer) {
                if (answer.ok) {
                    return finish(panel, kind, '', 'add', 'data-removed');
                }
                return refresh(panel).then(function () {
                    showStatus(panel, focus(panel, kind, id, 'remove'), errorMessages(panel, answer).join(' '), true);
                });
            });
        });
    }

    function finish(panel, kind, id, action, message) {
        closeForm(panel);
        return refresh(panel).then(function () {
            showStatus(panel, focus(panel, kind, id, action), panel.getAttribute(message));
            // others on the page may show what depends on it
            document.dispatchEvent(new CustomEvent('decision-gates-rows-changed'));
        }, function () {
            // it is stored: what must not stay is a panel that says otherwise
            window.location.reload();
        });
    }

    function cancel(panel, form) {
        var id = form.getAttribute('data-id');
        var kind = form.closest(SECTION).getAttribute('data-kind');
        var stale = form.getAttribute('data-stale') === 'true';
        closeForm(panel);
        clearStatus(panel);
        focus(panel, kind, id, id ? 'edit' : 'add');
        if (stale) {
            once(panel, function () {
                return refresh(panel).then(function () {
                    focus(panel, kind, id, 'edit');
                });
            });
        }
    }

    function keep(panel) {
        var id = question(panel).getAttribute('data-id');
        var kind = question(panel).getAttribute('data-kind');
        closeQuestion(panel);
        focus(panel, kind, id, 'remove');
    }

    // what was typed is not thrown away because somebody presses another button
    function unlessTyping(panel, work) {
        var form = openedForm(panel);
        if (form && form.getAttribute('data-before') !== JSON.stringify(values(form))) {
            showStatus(panel, form, panel.getAttribute('data-open'), true);
            inputs(form)[0].focus();
            return;
        }
        closeForm(panel);
        work();
    }

    // a link to a section is a link to its form: somebody was told that a row is missing
    function follow(hash) {
        var section = /^#decision-gates-[a-z-]+$/.test(hash) && document.getElementById(hash.slice(1));
        if (section && section.matches(SECTION) && one(section, '[data-action="add"]')) {
            section.scrollIntoView({block: 'nearest'});
            unlessTyping(section.closest(PANEL), function () {
                openForm(section.closest(PANEL), section, null);
            });
        }
    }

    document.addEventListener('click', function (event) {
        var link = event.target.closest && event.target.closest('a[href*="#decision-gates-"]');
        if (link && link.pathname === window.location.pathname && link.hash === window.location.hash) {
            follow(link.hash);
        }
        var button = event.target.closest && event.target.closest(PANEL + ' [data-action]');
        if (!button) {
            return;
        }
        var panel = button.closest(PANEL);
        var row = button.closest(ROW);
        switch (button.getAttribute('data-action')) {
        case 'add':
        case 'edit':
            unlessTyping(panel, function () {
                openForm(panel, button.closest(SECTION), row);
            });
            break;
        case 'remove':
            unlessTyping(panel, function () {
                openQuestion(panel, row);
            });
            break;
        case 'remove-now':
            remove(panel);
            break;
        case 'keep':
            keep(panel);
            break;
        default:
            cancel(panel, button.closest('form'));
        }
    });

    document.addEventListener('submit', function (event) {
        if (event.target.matches(PANEL + ' form')) {
            event.preventDefault();
            save(event.target.closest(PANEL), event.target);
        }
    });

    // Jira has keys of its own for single letters and Escape: they are not meant while somebody types here
    document.addEventListener('keydown', function (event) {
        var panel = event.target.closest && event.target.closest(PANEL);
        var popup = panel && event.target.getAttribute('aria-controls') && document.getElementById(event.target.getAttribute('aria-controls'));
        if (popup && popup.open) {
            // the calendar of a field is closed first, by whoever opened it
            return;
        }
        if (panel && event.key === 'Escape' && question(panel)) {
            if (openedForm(panel)) {
                event.stopPropagation();
                cancel(panel, openedForm(panel));
            } else if (!question(panel).hidden) {
                event.stopPropagation();
                keep(panel);
            }
        } else if (panel && event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches('textarea')) {
            event.preventDefault();
            save(panel, event.target.closest('form'));
        }
    }, true);

    window.addEventListener('hashchange', function () {
        follow(window.location.hash);
    });
    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', function () {
            follow(window.location.hash);
        });
    } else {
        follow(window.location.hash);
    }
}());

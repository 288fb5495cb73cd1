// The form of a gate in the workflow editor: rules are added, moved and taken out in place, and sentences follow what is typed. Without it the
// form is what the server wrote: every rule with a check box.
(function () {
    'use strict';

    var FORM = '.decision-gate-form';

    function all(root, selector) {
        return Array.prototype.slice.call(root.querySelectorAll(selector));
    }

    function list(form, name) {
        return form.querySelector('[data-list="' + name + '"] ul');
    }

    function rule(element) {
        return element.closest('.decision-gate-rule');
    }

    function title(item) {
        return item.querySelector('.decision-gate-title').textContent;
    }

    function say(form, text, what) {
        form.querySelector('.decision-gate-status').textContent = form.getAttribute(text) + ' ' + what;
    }

    function searched(form) {
        return form.querySelector('.decision-gate-search input');
    }

    function found(form) {
        return all(list(form, 'others'), '.decision-gate-rule').filter(function (item) {
            return !item.hidden;
        });
    }

    function search(form) {
        var words = searched(form).value.toLowerCase().split(/\s+/);
        all(list(form, 'others'), '.decision-gate-rule').forEach(function (item) {
            var text = item.querySelector('.decision-gate-choice').textContent.toLowerCase();
            item.hidden = !words.every(function (word) {
                return text.indexOf(word) >= 0;
            });
        });
    }

    function showEnds(form) {
        all(list(form, 'chosen'), '.decision-gate-rule').forEach(function (item) {
            item.querySelector('[data-action="up"]').disabled = !item.previousElementSibling;
            item.querySelector('[data-action="down"]').disabled = !item.nextElementSibling;
        });
    }

    function move(form, item, name, before) {
        var target = list(form, name);
        target.insertBefore(item, before || null);
        all(form, '.decision-gate-list').forEach(function (one) {
            one.querySelector('.decision-gate-none').hidden = Boolean(one.querySelector('li'));
        });
        item.querySelector('[type="checkbox"]').checked = name === 'chosen';
        showEnds(form);
    }

    function add(form, item) {
        var details = item.querySelector('details');
        move(form, item, 'chosen');
        details.open = true;
        var first = details.querySelector('select, textarea, input');
        (first || details.querySelector('summary')).focus();
        searched(form).value = '';
        search(form);
        say(form, 'data-added', title(item));
    }

    function remove(form, item) {
        var next = item.nextElementSibling || item.previousElementSibling;
        var others = list(form, 'others');
        item.querySelector('details').open = false;
        item.hidden = false;
        move(form, item, 'others', others.firstElementChild);
        search(form);
        (next ? next.querySelector('summary') : searched(form)).focus();
        say(form, 'data-removed', title(item));
    }

    function shift(form, item, button, before) {
        list(form, 'chosen').insertBefore(item, before);
        showEnds(form);
        var other = item.querySelector('[data-action="' + (button.getAttribute('data-action') === 'up' ? 'down' : 'up') + '"]');
        (button.disabled ? other : button).focus();
        say(form, 'data-moved', title(item));
    }

    function shown(control) {
        if (control.options) {
            return all(control, 'option').filter(function (option) {
                return option.selected;
            }).map(function (option) {
                return option.textContent.trim();
            }).join(', ');
        }
        return control.value.split('\n').map(function (line) {
            return line.trim();
        }).filter(Boolean).join(', ');
    }

    // a part of a sentence is said of some values, see SentenceClause
    function isSaidOf(state, value) {
        switch (state) {
        case 'any':
            return value !== '';
        case 'nothing':
            return value === '';
        case 'positive':
            return value !== '' && Number(value) !== 0;
        case 'zero':
            return value === '' || Number(value) === 0;
        default:
            return state === '=' + value;
        }
    }

    function showValue(form, control) {
        var item = rule(control);
        all(item || document.createElement('p'), '[data-clause]').forEach(function (clause) {
            if (clause.getAttribute('data-clause') === control.name) {
                clause.hidden = !isSaidOf(clause.getAttribute('data-state'), control.value.trim());
            }
        });
        all(item || document.createElement('p'), '[data-setting]').forEach(function (part) {
            if (part.getAttribute('data-setting') === control.name) {
                part.textContent = shown(control) || form.getAttribute('data-none');
            }
        });
    }

    function act(form, button) {
        var item = rule(button);
        switch (button.getAttribute('data-action')) {
        case 'add':
            add(form, item);
            break;
        case 'remove':
            remove(form, item);
            break;
        case 'up':
            shift(form, item, button, item.previousElementSibling);
            break;
        default:
            shift(form, item, button, item.nextElementSibling.nextElementSibling);
        }
    }

    // arrows go from the search through the rules that were found, as in a list of suggestions
    function step(form, from, by) {
        var buttons = found(form).map(function (item) {
            return item.querySelector('[data-action="add"]');
        });
        var to = buttons.indexOf(from) + by;
        (to < 0 ? searched(form) : buttons[Math.min(to, buttons.length - 1)] || searched(form)).focus();
    }

    function key(form, event) {
        var inSearch = event.target === searched(form);
        var onAdd = event.target.getAttribute('data-action') === 'add';
        if (inSearch && event.key === 'Enter') {
            event.preventDefault();
            if (found(form).length > 0 && searched(form).value.trim()) {
                add(form, found(form)[0]);
            }
        } else if ((inSearch || onAdd) && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault();
            step(form, event.target, event.key === 'ArrowDown' ? 1 : -1);
        } else if ((inSearch || onAdd) && event.key === 'Escape') {
            event.stopPropagation();
            searched(form).value = '';
            search(form);
            searched(form).focus();
        }
    }

    function fits(control) {
        var check = control.getAttribute('data-check').split(' ');
        var value = control.value.trim();
        if (check[0] === 'number') {
            return /^[0-9]{1,9}$/.test(value) && Number(value) >= Number(check[1]) && Number(value) <= Number(check[2]);
        }
        if (value === '') {
            return check[1] === '0';
        }
        if (check[0] === 'decimal') {
            return /^-?[0-9]{1,15}(\.[0-9]{1,9})?$/.test(value);
        }
        var day = new Date(value + 'T00:00:00Z');
        return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) && !isNaN(day) && day.toISOString().slice(0, 10) === value;
    }

    function complain(control) {
        var setting = control.closest('.decision-gate-setting');
        all(setting, '.decision-gate-fault').forEach(function (fault) {
            fault.parentElement.removeChild(fault);
        });
        if (!fits(control)) {
            var fault = document.createElement('div');
            fault.className = 'error decision-gate-fault';
            fault.setAttribute('role', 'alert');
            fault.textContent = control.getAttribute('data-complaint').split('\uFFFC').join(control.value.trim());
            setting.appendChild(fault);
            control.closest('details').open = true;
        }
    }

    // the workflow would store what was typed, and its gate would refuse everything
    function check(form, event) {
        var policy = form.querySelector('.decision-gate-policy select');
        if (policy && policy.value) {
            return;
        }
        var controls = all(list(form, 'chosen'), '[data-check]');
        controls.forEach(complain);
        var wrong = controls.filter(function (control) {
            return !fits(control);
        });
        if (wrong.length > 0) {
            event.preventDefault();
            wrong[0].focus();
        }
    }

    function start() {
        all(document, FORM).forEach(function (form) {
            if (form.closest('form')) {
                form.closest('form').addEventListener('submit', check.bind(null, form));
            }
            form.classList.add('decision-gate-scripted');
            showEnds(form);
            form.addEventListener('click', function (event) {
                var button = event.target.closest('[data-action]');
                if (button) {
                    act(form, button);
                }
            });
            form.addEventListener('input', function (event) {
                if (event.target === searched(form)) {
                    search(form);
                    form.querySelector('.decision-gate-status').textContent = found(form).length + ' ' + form.getAttribute('data-found');
                } else {
                    showValue(form, event.target);
                }
            });
            // not every browser says of a list that something was put in
            form.addEventListener('change', function (event) {
                if (event.target !== searched(form)) {
                    showValue(form, event.target);
                }
            });
            form.addEventListener('keydown', key.bind(null, form), true);
        });
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', start);
    } else {
        start();
    }
}());

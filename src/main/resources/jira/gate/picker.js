// Finds names of people, groups and options for text areas that hold one name a line, and searches long lists. Without it names are typed.
(function () {
    'use strict';

    var PATIENCE = 200;
    var LONG = 15;
    var MOST = 20;
    var SOURCES = {
        people: {path: '/rest/api/2/user/picker?maxResults=20&query=', found: 'users'},
        groups: {path: '/rest/api/2/groups/picker?maxResults=20&query=', found: 'groups'}
    };

    function all(root, selector) {
        return Array.prototype.slice.call(root.querySelectorAll(selector));
    }

    // the address of Jira, which may lie below that of its host
    function base() {
        return window.location.pathname.split(/\/(?:plugins\/servlet|secure)\//)[0];
    }

    function lines(area) {
        return area.value.split('\n').map(function (line) {
            return line.trim();
        }).filter(Boolean);
    }

    // nobody looks through more than these: who has not found the name types more of it
    function show(area, list, status, found, total) {
        list.textContent = '';
        status.textContent = total > found.length ? area.getAttribute('data-more') : '';
        found.forEach(function (one) {
            var option = document.createElement('option');
            option.value = one.name;
            option.label = one.displayName || one.name;
            list.appendChild(option);
        });
    }

    function offers(list, name) {
        return all(list, 'option').some(function (option) {
            return option.value === name;
        });
    }

    function suggested(area, text) {
        return all(area.parentElement, '[data-suggestion]').map(function (one) {
            return {name: one.getAttribute('data-suggestion')};
        }).filter(function (one) {
            return one.name.toLowerCase().indexOf(text.toLowerCase()) >= 0;
        });
    }

    function find(area, text, list, status) {
        var source = SOURCES[area.getAttribute('data-picker')];
        if (!source) {
            var named = suggested(area, text);
            show(area, list, status, named.slice(0, MOST), named.length);
            return;
        }
        fetch(base() + source.path + encodeURIComponent(text), {credentials: 'same-origin'}).then(function (answer) {
            return answer.ok ? answer.json() : {};
        }).then(function (answer) {
            var found = answer[source.found] || [];
            show(area, list, status, found, answer.total || found.length);
        }, function () {
            // names can still be typed
            show(area, list, status, [], 0);
        });
    }

    function pick(area, input, list, status) {
        var name = input.value.trim();
        if (!offers(list, name)) {
            return;
        }
        if (lines(area).indexOf(name) < 0) {
            area.value = lines(area).concat(name).join('\n');
            area.dispatchEvent(new Event('input', {bubbles: true}));
        }
        status.textContent = area.getAttribute('data-picked') + ' ' + name;
        input.value = '';
        input.focus();
    }

    function equip(area, number) {
        var input = document.createElement('input');
        var list = document.createElement('datalist');
        var status = document.createElement('span');
        var waiting;
        list.id = 'decision-gates-picker-' + number;
        input.type = 'text';
        input.className = 'text decision-gates-picker';
        input.autocomplete = 'off';
        input.placeholder = area.getAttribute('data-picker-label');
        input.setAttribute('aria-label', input.placeholder);
        input.setAttribute('list', list.id);
        status.setAttribute('role', 'status');
        input.hidden = !area.getAttribute('data-picker');
        // a choice of the list comes as input, too
        input.addEventListener('input', function (event) {
            event.stopPropagation();
            if (offers(list, input.value.trim()) && event.inputType !== 'insertText') {
                pick(area, input, list, status);
                return;
            }
            window.clearTimeout(waiting);
            waiting = window.setTimeout(find, PATIENCE, area, input.value.trim(), list, status);
        });
        input.addEventListener('keydown', function (event) {
            if (event.key === 'Enter') {
                event.preventDefault();
                event.stopPropagation();
                pick(area, input, list, status);
            }
        });
        area.parentElement.insertAdjacentElement('afterend', status);
        [list, input].forEach(function (element) {
            area.parentElement.insertAdjacentElement('afterend', element);
        });
        return input;
    }

    function search(select) {
        var input = document.createElement('input');
        input.type = 'text';
        input.className = 'text decision-gates-picker';
        input.autocomplete = 'off';
        input.placeholder = select.getAttribute('data-search') || '';
        input.setAttribute('aria-label', input.placeholder || select.name);
        input.addEventListener('input', function (event) {
            event.stopPropagation();
            var text = input.value.toLowerCase();
            all(select, 'option').forEach(function (option) {
                option.hidden = !option.selected && option.textContent.toLowerCase().indexOf(text) < 0;
            });
        });
        input.addEventListener('keydown', function (event) {
            if (event.key === 'Enter') {
                event.preventDefault();
            }
        });
        select.parentElement.insertAdjacentElement('beforebegin', input);
    }

    function start() {
        // a page may be given this script by two resources
        if (document.querySelector('.decision-gates-picker')) {
            return;
        }
        all(document, 'textarea[data-picker]').forEach(function (area, number) {
            var input = equip(area, number);
            var kind = area.name === 'whenValues' && area.closest('form').querySelector('[name="whenKind"]');
            if (kind) {
                var follow = function () {
                    area.setAttribute('data-picker', kind.value === 'ACTOR_GROUP' ? 'groups' : '');
                    input.hidden = kind.value !== 'ACTOR_GROUP';
                };
                kind.addEventListener('change', follow);
                follow();
            }
        });
        all(document, '.decision-gate-form select[multiple], .decision-gates-policy select[multiple]').filter(function (select) {
            return select.options.length > LONG;
        }).forEach(search);
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', start);
    } else {
        start();
    }
}());

// Fields of people complete what is typed, by the REST that data-people names. Without it user names are typed.
(function () {
    'use strict';

    var PATIENCE = 150;
    var INPUT = 'input[data-people]';
    var waiting;

    function listOf(input) {
        return document.getElementById(input.getAttribute('aria-controls'));
    }

    function active(input) {
        return document.getElementById(input.getAttribute('aria-activedescendant') || '');
    }

    function close(input) {
        window.clearTimeout(waiting);
        listOf(input).hidden = true;
        listOf(input).textContent = '';
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    }

    // several people stand one behind the other: the last one is being typed
    function typed(input) {
        return input.value.slice(input.value.lastIndexOf(',') + 1).trim();
    }

    function choose(input, option) {
        var before = input.value.slice(0, input.value.lastIndexOf(',') + 1);
        input.value = (before ? before + ' ' : '') + option.getAttribute('data-name');
        close(input);
    }

    function offer(input, people) {
        var list = listOf(input);
        close(input);
        people.forEach(function (person, index) {
            var option = document.createElement('li');
            option.id = list.id + '-' + index;
            option.setAttribute('role', 'option');
            option.setAttribute('data-name', person.name);
            option.textContent = person.displayName + ' (' + person.name + ')';
            list.appendChild(option);
        });
        list.hidden = people.length === 0;
        input.setAttribute('aria-expanded', String(people.length > 0));
    }

    function find(input) {
        var text = typed(input);
        fetch(window.contextPath + input.getAttribute('data-people') + encodeURIComponent(text), {credentials: 'same-origin'})
            .then(function (answer) {
                return answer.ok ? answer.json() : [];
            }).then(function (answer) {
                if (document.activeElement === input && typed(input) === text) {
                    offer(input, answer.users || answer);
                }
            }).catch(function () {
                close(input);
            });
    }

    function go(input, step) {
        var options = Array.prototype.slice.call(listOf(input).children);
        var next = options[(options.indexOf(active(input)) + step + options.length) % options.length];
        options.forEach(function (option) {
            option.setAttribute('aria-selected', String(option === next));
        });
        if (next) {
            input.setAttribute('aria-activedescendant', next.id);
        }
    }

    document.addEventListener('input', function (event) {
        if (event.target.matches(INPUT)) {
            close(event.target);
            if (typed(event.target)) {
                waiting = window.setTimeout(find, PATIENCE, event.target);
            }
        }
    });

    // before a dialog hears of Escape, and a form of Enter
    document.addEventListener('keydown', function (event) {
        var input = event.target;
        if (!input.matches || !input.matches(INPUT) || listOf(input).hidden) {
            return;
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            go(input, event.key === 'ArrowDown' ? 1 : -1);
        } else if (event.key === 'Escape') {
            event.stopPropagation();
            close(input);
        } else if (event.key === 'Enter' && active(input)) {
            event.preventDefault();
            event.stopPropagation();
            choose(input, active(input));
        }
    }, true);

    document.addEventListener('mousedown', function (event) {
        var option = event.target.closest('.people-list [role=option]');
        if (option) {
            event.preventDefault();
            choose(document.querySelector('[aria-controls="' + option.parentNode.id + '"]'), option);
        }
    });

    document.addEventListener('focusout', function (event) {
        if (event.target.matches(INPUT)) {
            close(event.target);
        }
    });
}());

// The form of an impact line: picks days with the calendar of AUI, completes names of metrics and warns of those that differ a little.
// Listens to the document, because the panel is put into the page again after every change; without it the form is what the server wrote.
(function () {
    'use strict';

    var PANEL = '.decision-gates-impact';
    var COMPARED = ['metric', 'unit', 'direction'];
    var picker = null;
    var asked = 0;

    function one(within, selector) {
        return within.querySelector(selector);
    }

    function input(form, name) {
        return one(form, '[name="' + name + '"]');
    }

    // the calendar of a form that is gone would go on listening; one that stays goes to the day that is in its field now
    function pickDays(form) {
        var aui = window.AJS && window.AJS.$;
        var field = input(form, 'check');
        if (picker && picker.getField()[0] === field) {
            picker.getField().trigger('input');
            return;
        }
        if (picker) {
            picker.destroy();
            picker = null;
        }
        if (aui && aui.fn.datePicker) {
            picker = aui(field).datePicker({overrideBrowserDefault: true});
            // AUI says of the field whether its calendar is open, which is allowed of this role alone
            field.setAttribute('role', 'combobox');
            field.setAttribute('aria-expanded', 'false');
        }
    }

    function offer(form, metrics) {
        var list = one(form, 'datalist');
        var names = [];
        list.textContent = '';
        metrics.forEach(function (use) {
            if (names.indexOf(use.metric) < 0) {
                var option = document.createElement('option');
                option.value = use.metric;
                list.appendChild(option);
                names.push(use.metric);
            }
        });
    }

    // a metric that is in use has a unit and a direction already
    function complete(form, metrics) {
        var known = metrics.filter(function (use) {
            return use.metric === input(form, 'metric').value.trim();
        })[0];
        if (known && !input(form, 'unit').value) {
            input(form, 'unit').value = known.unit;
            input(form, 'direction').value = known.direction;
            if (document.activeElement === input(form, 'unit')) {
                // whoever goes on typing means another one
                document.activeElement.select();
            }
        }
    }

    function ask(form, completing) {
        var question = asked += 1;
        var typed = COMPARED.map(function (name) {
            return name + '=' + encodeURIComponent(input(form, name).value);
        });
        if (form.getAttribute('data-id')) {
            typed.push('line=' + encodeURIComponent(form.getAttribute('data-id')));
        }
        fetch(form.closest(PANEL).getAttribute('data-address') + '/metrics?' + typed.join('&'),
            {credentials: 'same-origin', headers: {'Accept': 'application/json'}}).then(function (answer) {
            return answer.ok ? answer.json() : null;
        }).then(function (answer) {
            if (answer && question === asked) {
                offer(form, answer.metrics);
                one(form, '.decision-gates-impact-warning').textContent = answer.warnings.join(' ');
                if (completing) {
                    complete(form, answer.metrics);
                }
            }
        }).catch(function () {
            // a line can be saved without what would have been offered
        });
    }

    document.addEventListener('decision-gates-rows-opened', function (event) {
        var form = event.target;
        if (form.matches(PANEL + ' form')) {
            one(form, '.decision-gates-impact-warning').textContent = '';
            pickDays(form);
            ask(form, false);
        }
    });

    document.addEventListener('change', function (event) {
        var form = event.target.closest && event.target.closest(PANEL + ' form');
        if (form && COMPARED.indexOf(event.target.name) >= 0) {
            ask(form, event.target.name === 'metric');
        }
    });
}());

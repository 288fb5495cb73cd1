/* The editor's buttons and the macro browser. Every other page works without a script; so does saving. */
(function () {
    'use strict';

    var text = document.getElementById('storage-text');
    var dialog = document.getElementById('macro-browser-dialog');
    if (!text || !dialog) {
        return;
    }
    var context = document.querySelector('meta[name=ajs-context-path]').content;
    var space = document.querySelector('input[name=spaceKey]').value;
    var pageId = document.querySelector('input[name=pageId]');
    var layer = AJS.dialog2('#macro-browser-dialog');
    var chosen = null;
    var latestPreview = 0;

    // Inserting without having clicked into the text adds at its end.
    text.setSelectionRange(text.value.length, text.value.length);
    document.querySelectorAll('[data-needs-script]').forEach(function (element) {
        element.hidden = false;
    });

    function byId(id) {
        return document.getElementById(id);
    }

    function escape(value) {
        return value.replace(/[&<>"']/g, function (character) {
            return {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;'}[character];
        });
    }

    function insert(before, after) {
        var start = text.selectionStart;
        var end = text.selectionEnd;
        text.setRangeText(before + text.value.slice(start, end) + after, start, end, 'end');
        text.focus();
    }

    document.querySelectorAll('[data-wrap]').forEach(function (button) {
        button.addEventListener('click', function () {
            insert('<' + button.dataset.wrap + '>', '</' + button.dataset.wrap + '>');
        });
    });

    function show(page) {
        var selecting = page === 'select';
        byId('select-macro-page').hidden = !selecting;
        byId('macro-insert-page').hidden = selecting;
        byId('macro-back').hidden = selecting;
        byId('macro-insert').hidden = selecting;
        byId('macro-browser-search').parentElement.hidden = !selecting;
        byId('macro-browser-heading').textContent = selecting ? 'Select macro' : 'Insert \u2018' + chosen.label + '\u2019 macro';
    }

    function filter() {
        var words = byId('macro-browser-search').value.trim().toLowerCase();
        var category = dialog.querySelector('.macro-categories .selected button').dataset.category;
        var found = 0;
        dialog.querySelectorAll('.macro-list-item').forEach(function (card) {
            var macro = JSON.parse(card.dataset.macro);
            var matches = (!category || macro.categories.indexOf(category) >= 0)
                && (macro.label + ' ' + macro.description + ' ' + macro.name).toLowerCase().indexOf(words) >= 0;
            card.hidden = !matches;
            found += matches ? 1 : 0;
        });
        byId('macro-none').hidden = found > 0;
    }

    function control(parameter, id) {
        var input;
        if (parameter.type === 'enum') {
            input = document.createElement('select');
            input.className = 'select';
            if (!parameter.required && !parameter.initial) {
                input.add(new Option('', ''));
            }
            parameter.choices.forEach(function (choice) {
                input.add(new Option(choice.label, choice.value));
            });
            input.value = parameter.initial || input.value;
        } else if (parameter.type === 'boolean') {
            input = document.createElement('input');
            input.type = 'checkbox';
            input.className = 'checkbox';
            input.checked = parameter.initial === 'true';
        } else {
            input = document.createElement('input');
            input.type = parameter.type === 'int' ? 'number' : 'text';
            input.className = 'text';
            input.value = parameter.initial;
        }
        input.id = id;
        return input;
    }

    function field(label, id, required, input, description) {
        var group = document.createElement('div');
        group.className = 'field-group';
        var caption = document.createElement('label');
        caption.htmlFor = id;
        caption.textContent = label;
        if (required) {
            var mark = document.createElement('span');
            mark.className = 'aui-icon icon-required';
            mark.textContent = ' (required)';
            caption.append(mark);
        }
        group.append(caption, input);
        if (description) {
            var help = document.createElement('p');
            help.className = 'description';
            help.textContent = description;
            group.append(help);
        }
        return group;
    }

    function choose(card) {
        chosen = JSON.parse(card.dataset.macro);
        byId('macro-description').textContent = chosen.description;
        byId('macro-help').hidden = !chosen.help;
        byId('macro-help').firstElementChild.href = chosen.help;
        var fields = byId('macro-fields');
        fields.replaceChildren();
        chosen.parameters.filter(function (parameter) {
            return !parameter.hidden;
        }).forEach(function (parameter) {
            var id = 'macro-param-' + parameter.name;
            fields.append(field(parameter.label, id, parameter.required, control(parameter, id), parameter.description));
        });
        if (chosen.body !== 'NONE') {
            var body = document.createElement('textarea');
            body.className = 'textarea';
            body.id = 'macro-body';
            body.rows = 4;
            fields.append(field(chosen.bodyLabel || 'Body', 'macro-body', false, body, chosen.body === 'RICH_TEXT' ? 'Storage format' : ''));
        }
        show('insert');
        var first = fields.querySelector('input, select, textarea');
        (first || byId('macro-insert')).focus();
        preview();
    }

    function values() {
        var given = {};
        chosen.parameters.forEach(function (parameter) {
            var input = byId('macro-param-' + parameter.name);
            var value = !input ? parameter.initial : input.type === 'checkbox' ? String(input.checked) : input.value.trim();
            if (value !== '' && (parameter.type !== 'boolean' || value !== (parameter.initial || 'false'))) {
                given[parameter.name] = value;
            }
        });
        return given;
    }

    function bodyText() {
        return byId('macro-body') ? byId('macro-body').value : '';
    }

    function complete() {
        return chosen.parameters.every(function (parameter) {
            var input = byId('macro-param-' + parameter.name);
            return !parameter.required || !input || input.type === 'checkbox' || input.value.trim() !== '';
        });
    }

    function frame(html) {
        byId('macro-preview').srcdoc = html;
    }

    function preview() {
        // What stands there belongs to other values, and the answer may take as long as Jira takes.
        var mine = ++latestPreview;
        var area = byId('macro-preview');
        if (!complete()) {
            area.removeAttribute('aria-busy');
            frame('<p>Fill in the required fields to see a preview.</p>');
            return;
        }
        area.setAttribute('aria-busy', 'true');
        frame('<p>Loading the preview\u2026</p>');
        fetch(context + '/rest/tinymce/1/macro/preview', {
            method: 'POST',
            credentials: 'same-origin',
            headers: {'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'},
            body: JSON.stringify({contentId: pageId ? pageId.value : '', spaceKey: space,
                macro: {name: chosen.name, params: values(), body: bodyText()}})
        }).then(function (response) {
            return response.ok ? response.text() : '<p>The preview could not be loaded (status ' + response.status + ').</p>';
        }, function () {
            return '<p>The preview could not be loaded: the server did not answer.</p>';
        }).then(function (html) {
            if (mine === latestPreview) {
                area.addEventListener('load', function () {
                    if (mine === latestPreview) {
                        area.removeAttribute('aria-busy');
                    }
                }, {once: true});
                frame(html);
            }
        });
    }

    function cdata(value) {
        return '<![CDATA[' + value.replace(/]]>/g, ']]]]><![CDATA[>') + ']]>';
    }

    function storage() {
        var given = values();
        var xml = '<ac:structured-macro ac:name="' + escape(chosen.name) + '" ac:schema-version="1">';
        Object.keys(given).forEach(function (name) {
            xml += '<ac:parameter ac:name="' + escape(name) + '">' + escape(given[name]) + '</ac:parameter>';
        });
        if (chosen.body === 'PLAIN_TEXT') {
            xml += '<ac:plain-text-body>' + cdata(bodyText()) + '</ac:plain-text-body>';
        } else if (chosen.body === 'RICH_TEXT') {
            xml += '<ac:rich-text-body>' + (bodyText() || '<p></p>') + '</ac:rich-text-body>';
        }
        return xml + '</ac:structured-macro>';
    }

    function close() {
        layer.hide();
        text.focus();
    }

    byId('rte-insert-macro').addEventListener('click', function () {
        byId('macro-browser-search').value = '';
        show('select');
        filter();
        dialog.hidden = false;
        layer.show();
        byId('macro-browser-search').focus();
    });
    byId('macro-browser-search').addEventListener('input', filter);
    dialog.querySelectorAll('.macro-categories button').forEach(function (button) {
        button.addEventListener('click', function () {
            dialog.querySelector('.macro-categories .selected').classList.remove('selected');
            button.parentElement.classList.add('selected');
            filter();
        });
    });
    dialog.querySelectorAll('.macro-list-item').forEach(function (card) {
        card.addEventListener('click', function () {
            choose(card);
        });
    });
    byId('macro-fields').addEventListener('change', preview);
    byId('macro-details-form').addEventListener('submit', function (event) {
        event.preventDefault();
    });
    byId('macro-refresh').addEventListener('click', preview);
    byId('macro-back').addEventListener('click', function () {
        show('select');
    });
    byId('macro-cancel').addEventListener('click', close);
    byId('macro-insert').addEventListener('click', function () {
        if (!complete()) {
            var missing = chosen.parameters.find(function (parameter) {
                var input = byId('macro-param-' + parameter.name);
                return parameter.required && input && input.value.trim() === '';
            });
            byId('macro-param-' + missing.name).focus();
            return;
        }
        insert(storage(), '');
        close();
    });
}());

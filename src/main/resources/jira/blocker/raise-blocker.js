// Raise blocker as a dialog on the page of an issue: shows the page that the menu leads to, and sends its form. Listens to the document,
// because Jira builds menus when they are opened; without it, and where anything fails, the link leads to the page itself.
(function () {
    'use strict';

    var LINK = '#decision-gates-raise-blocker';
    var PART = 'decision-gates-raise';
    var TITLE = 'decision-gates-raise-title';
    var PLAN = '.decision-gates-raise-plan';
    var PEOPLE = '/rest/api/2/user/picker?maxResults=20&query=';
    var PATIENCE = 200;

    function customersNotice(part) {
        var answer = part.querySelector('[name="customer-facing"]');
        var plan = part.querySelector(PLAN);
        if (answer && plan) {
            plan.hidden = answer.value !== 'yes';
        }
    }

    function partOf(html) {
        return new DOMParser().parseFromString(html, 'text/html').getElementById(PART);
    }

    // names complete as Jira finds them; without an answer user names can still be typed
    function offer(input, list) {
        var base = window.location.pathname.split('/browse/')[0];
        fetch(base + PEOPLE + encodeURIComponent(input.value.trim()), {credentials: 'same-origin'}).then(function (answer) {
            return answer.ok ? answer.json() : {};
        }).then(function (answer) {
            list.textContent = '';
            (answer.users || []).forEach(function (user) {
                var option = document.createElement('option');
                option.value = user.name;
                option.label = user.displayName;
                list.appendChild(option);
            });
        }).catch(function () {
            list.textContent = '';
        });
    }

    function complete(input) {
        var list = document.createElement('datalist');
        var waiting;
        list.id = input.id + '-people';
        input.setAttribute('list', list.id);
        input.insertAdjacentElement('afterend', list);
        input.addEventListener('input', function () {
            window.clearTimeout(waiting);
            waiting = window.setTimeout(offer, PATIENCE, input, list);
        });
    }

    function show(dialog, part) {
        dialog.textContent = '';
        dialog.appendChild(document.importNode(part, true));
        customersNotice(dialog);
        Array.prototype.forEach.call(dialog.querySelectorAll('[data-picker="people"]'), complete);
        var first = dialog.querySelector('[aria-invalid]') || dialog.querySelector('select, input.text, textarea');
        if (first) {
            first.focus();
        }
    }

    function send(dialog, form) {
        var button = form.querySelector('[type="submit"]');
        var body = new URLSearchParams(new FormData(form));
        button.disabled = true;
        fetch(form.getAttribute('action'), {method: 'POST', credentials: 'same-origin', body: body}).then(function (response) {
            if (response.redirected) {
                window.location.assign(response.url);
                return null;
            }
            return response.text().then(function (html) {
                show(dialog, partOf(html));
            });
        }).catch(function () {
            button.disabled = false;
            form.submit();
        });
    }

    function dialogOf(part) {
        var dialog = document.createElement('dialog');
        dialog.className = 'decision-gates-raise-dialog';
        dialog.setAttribute('aria-labelledby', TITLE);
        dialog.addEventListener('close', function () {
            dialog.remove();
        });
        dialog.addEventListener('change', function () {
            customersNotice(dialog);
        });
        dialog.addEventListener('submit', function (event) {
            event.preventDefault();
            send(dialog, event.target);
        });
        dialog.addEventListener('click', function (event) {
            if (event.target.closest('.cancel, .decision-gates-raise-issue')) {
                event.preventDefault();
                dialog.close();
            }
        });
        document.body.appendChild(dialog);
        dialog.showModal();
        show(dialog, part);
    }

    document.addEventListener('click', function (event) {
        var link = event.target.closest && event.target.closest(LINK);
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || typeof HTMLDialogElement !== 'function') {
            return;
        }
        event.preventDefault();
        fetch(link.href, {credentials: 'same-origin'}).then(function (response) {
            return response.text();
        }).then(function (html) {
            dialogOf(partOf(html));
        }).catch(function () {
            window.location.assign(link.href);
        });
    });
}());

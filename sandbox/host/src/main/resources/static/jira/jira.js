// Small comforts only: every page works without this file.
(function () {
    'use strict';
    document.addEventListener('click', function (event) {
        document.querySelectorAll('#user-menu details[open], details.more[open]').forEach(function (menu) {
            if (!menu.contains(event.target)) {
                menu.removeAttribute('open');
            }
        });
    });
    document.addEventListener('keydown', function (event) {
        if (event.key === 'Escape') {
            document.querySelectorAll('#user-menu details[open], details.more[open]').forEach(function (menu) {
                menu.removeAttribute('open');
                menu.querySelector('summary').focus();
            });
        }
    });
}());

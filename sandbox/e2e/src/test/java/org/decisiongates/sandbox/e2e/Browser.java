package org.decisiongates.sandbox.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.junit.rules.TestWatcher;
import org.junit.runner.Description;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What a person does with a browser. A rule: every test begins with an empty one, and leaves a picture of its last page when it fails.
 * Nothing here waits for a time to pass; everything waits for what has to be there, and for a page to be laid out.
 */
final class Browser extends TestWatcher {

    /** A machine with nothing else to do needs less than one; this is for one that has. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How often it is looked whether something is there. Selenium's half second is longer than most pages take. */
    private static final Duration AGAIN = Duration.ofMillis(50);
    private static final int MOST_STEPS = 200;
    /** Fonts are there, and what a new size, medium or font changes has been drawn: the second frame begins after the first is. */
    private static final String SETTLE = """
            const done = arguments[arguments.length - 1];
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));""";

    /** A text is as wide in a font that is missing as in what stands in for it. */
    private static final String INSTALLED = """
            const pen = document.createElement('canvas').getContext('2d');
            return ['serif', 'monospace'].every(other => {
                const width = font => { pen.font = '40px ' + font; return pen.measureText('Blocker, Decision: 1234').width; };
                return width('"' + arguments[0] + '", ' + other) != width(other);
            });""";

    private ChromeDriver driver;
    private int clicks;
    private int pages;

    @Override
    protected void starting(Description test) {
        driver = Chromium.fresh();
        size(1280, 900);
    }

    @Override
    protected void failed(Throwable fault, Description test) {
        if (driver != null) {
            picture("failed-" + test.getTestClass().getSimpleName() + "-" + test.getMethodName());
        }
    }

    /** No page may have had a script that failed. */
    @Override
    protected void succeeded(Description test) {
        List<String> failed = driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage)
                .filter(message -> message.contains("Uncaught")).distinct().toList();
        if (!failed.isEmpty()) {
            throw new AssertionError("Scripts failed: " + failed);
        }
    }

    /** From here on it is counted what a journey takes. */
    void setOut() {
        clicks = 0;
        pages = 0;
    }

    int clicks() {
        return clicks;
    }

    /** What the journey took so far: clicks, and pages that were loaded because of them or by their address. */
    String taken() {
        return clicks + " clicks, " + pages + " pages";
    }

    void go(String address) {
        pages++;
        driver.get(address);
        settle();
    }

    void reload() {
        driver.navigate().refresh();
        settle();
    }

    /** Forgets who was logged in. */
    void forget() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** The element, once it is there and visible. */
    WebElement see(By what) {
        try {
            return waiting().until(ExpectedConditions.visibilityOfElementLocated(what));
        } catch (TimeoutException e) {
            throw new AssertionError(what + " is not on " + address() + ", which says:\n" + page(), e);
        }
    }

    boolean has(By what) {
        return !driver.findElements(what).isEmpty();
    }

    List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    /** Waits for something that a script of the page is about to do; what it replaces meanwhile is looked up again. */
    void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /** The same of something that takes a known time by itself. */
    void until(String what, Duration patience, BooleanSupplier condition) {
        try {
            waiting().withTimeout(patience).ignoring(StaleElementReferenceException.class).until(any -> condition.getAsBoolean());
        } catch (TimeoutException e) {
            throw new AssertionError(what + ": never on " + address() + ", which says:\n" + page(), e);
        }
    }

    /** The width and height of what shows the page, in CSS pixels: a window would have a frame, and take its time. */
    void size(int width, int height) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        until("a window " + width + " wide", () -> ((Number) script("return innerWidth")).intValue() == width);
        settle();
    }

    /** Shows the page as it is printed, or as it is seen. */
    void medium(String medium) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
        settle();
    }

    /** Takes no width away from a page for a bar that paper does not have. */
    void hideScrollBars() {
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        settle();
    }

    /** Sets the page that is open now in this font, icons aside; measuring in one that is not there would prove nothing. */
    void setIn(Font font) {
        Chromium.require(font.family(), (Boolean) script(INSTALLED, font.family()));
        style(font.style());
    }

    /** Adds this to the style sheets of the page that is open now, in place of what was added before. */
    void style(String css) {
        script("const style = document.getElementById('e2e-style') || "
                + "document.head.appendChild(Object.assign(document.createElement('style'), {id: 'e2e-style'}));"
                + "style.textContent = arguments[0]", css);
        settle();
    }

    /** While a page takes the place of another, the script of the old one ends without an answer; the new one is asked then. */
    private void settle() {
        waiting().ignoring(JavascriptException.class).until(any -> {
            driver.executeAsyncScript(SETTLE);
            return true;
        });
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE, AGAIN);
    }

    Object script(String code, Object... arguments) {
        return driver.executeScript(code, arguments);
    }

    void click(By what) {
        WebElement element = see(what);
        script("arguments[0].scrollIntoView({block: 'center'})", element);
        clicks++;
        element.click();
    }

    /** Clicks something that leads to another page and waits until that is there. */
    void follow(By what) {
        WebElement old = driver.findElement(By.tagName("html"));
        click(what);
        pages++;
        waiting().until(any -> isGone(old) && "complete".equals(script("return document.readyState")));
        settle();
    }

    /** Sends keys to what has the focus, the last of which leads to another page, and waits until that is there. */
    void enter(CharSequence... keys) {
        WebElement old = driver.findElement(By.tagName("html"));
        driver.switchTo().activeElement().sendKeys(keys);
        waiting().until(any -> isGone(old) && "complete".equals(script("return document.readyState")));
        settle();
    }

    /** Goes on with the Tab key until the focus is on what has this value. */
    void tabTo(String value) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (value.equals(script("return document.activeElement.value"))) {
                return;
            }
            driver.switchTo().activeElement().sendKeys(Keys.TAB);
        }
        throw new AssertionError("no key leads to " + value + " on " + address());
    }

    /** While one page takes the place of another, ChromeDriver has a word of its own for an element that is gone. */
    boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            if (e.getMessage().contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }

    void type(By where, String text) {
        WebElement element = see(where);
        if ("date".equals(element.getDomProperty("type"))) {
            script("arguments[0].value = arguments[1]", element, text);
            return;
        }
        if ("select".equals(element.getTagName())) {
            new Select(element).selectByVisibleText(text);
            return;
        }
        element.clear();
        element.sendKeys(text);
    }

    /** Ticks a box or a radio button, which AUI covers with its label. */
    void tick(By box) {
        clicks++;
        script("arguments[0].click()", see(box));
    }

    /** Chooses the option with this value. */
    void choose(By list, String value) {
        new Select(see(list)).selectByValue(value);
    }

    String text(By what) {
        return waiting().ignoring(StaleElementReferenceException.class).until(any -> see(what).getText());
    }

    String page() {
        return Objects.toString(script("return document.body && document.body.innerText"), "");
    }

    /** Keeps a picture of what a person sees now, under target/screenshots. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("sandbox.screenshots")));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same of a picture of the documents, which must show what it claims. */
    void document(String name) {
        picture(name);
        new DocsPicture(name).isOf(this, null);
    }

    /** The same of one part of the page. */
    void document(String name, By part) {
        picture(name);
        new DocsPicture(name).isOf(this, see(part));
    }

    ChromeDriver driver() {
        return driver;
    }
}

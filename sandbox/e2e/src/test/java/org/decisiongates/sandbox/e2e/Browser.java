package org.decisiongates.sandbox.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Assume;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Headless Chromium with an empty profile; skipped where it is not installed, unless DG_NO_SKIP forbids skipping. */
final class Browser implements AutoCloseable {

    private final WebDriver driver;

    private Browser(WebDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        File chromium = find("chromium");
        File chromedriver = find("chromedriver");
        if (!"true".equals(System.getenv("DG_NO_SKIP"))) {
            Assume.assumeTrue("Chromium and ChromeDriver are not installed", chromium != null && chromedriver != null);
        }
        if (chromium == null || chromedriver == null) {
            throw new AssertionError("Chromium and ChromeDriver are not installed and skipping is forbidden (DG_NO_SKIP)");
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--lang=en-US", "--force-device-scale-factor=1");
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver).usingAnyFreePort().build();
        WebDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(1280, 900));
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        return new Browser(driver);
    }

    private static File find(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            File file = new File(folder, program);
            if (file.canExecute()) {
                return file;
            }
        }
        return null;
    }

    /** What a person does before he looks again. */
    void rest() {
        pause(1_000);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A moment in which what is under way comes to its end. */
    void settle() {
        pause(100);
    }

    void go(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** The element, once it is there and visible. */
    WebElement see(By what) {
        try {
            return new WebDriverWait(driver, Duration.ofSeconds(20)).until(ExpectedConditions.visibilityOfElementLocated(what));
        } catch (TimeoutException e) {
            picture("missing");
            throw new AssertionError(what + " is not on " + address() + ", which says:\n" + page(), e);
        }
    }

    boolean has(By what) {
        return !driver.findElements(what).isEmpty();
    }

    List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    /** The window's inner width and height, in CSS pixels, whatever frame the browser draws round it. */
    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        Object inner = script("return [window.innerWidth, window.innerHeight]");
        List<?> now = (List<?>) inner;
        driver.manage().window().setSize(new Dimension(2 * width - ((Number) now.get(0)).intValue(), 2 * height - ((Number) now.get(1)).intValue()));
    }

    /** Sets the page that is open now in this font, icons aside, and in nothing else. */
    void setIn(String style) {
        script("const style = document.getElementById('e2e-font') || document.head.appendChild(Object.assign(document.createElement('style'), {id: 'e2e-font'}));"
                + "style.textContent = '* { ' + arguments[0] + ' }'", style);
    }

    Object script(String code, Object... arguments) {
        return ((org.openqa.selenium.JavascriptExecutor) driver).executeScript(code, arguments);
    }

    void click(By what) {
        WebElement element = see(what);
        ((org.openqa.selenium.JavascriptExecutor) driver).executeScript("arguments[0].scrollIntoView({block:'center'})", element);
        element.click();
    }

    /** Clicks something that leads to another page and waits until the old one is gone. */
    void follow(By what) {
        WebElement old = driver.findElement(By.tagName("html"));
        click(what);
        new WebDriverWait(driver, Duration.ofSeconds(30)).until(d -> isGone(old));
        new WebDriverWait(driver, Duration.ofSeconds(30)).until(d -> "complete".equals(
                ((org.openqa.selenium.JavascriptExecutor) d).executeScript("return document.readyState")));
    }

    /** While one page takes the place of another, ChromeDriver has a word of its own for an element that is gone. */
    private static boolean isGone(WebElement element) {
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
        if ("date".equals(element.getAttribute("type"))) {
            ((org.openqa.selenium.JavascriptExecutor) driver).executeScript("arguments[0].value = arguments[1]", element, text);
            return;
        }
        if ("select".equals(element.getTagName())) {
            new org.openqa.selenium.support.ui.Select(element).selectByVisibleText(text);
            return;
        }
        element.clear();
        element.sendKeys(text);
    }

    /** Ticks a box or a radio button, which AUI covers with its label. */
    void tick(By box) {
        ((org.openqa.selenium.JavascriptExecutor) driver).executeScript("arguments[0].click()", see(box));
    }

    /** Chooses the option with this value. */
    void choose(By list, String value) {
        new org.openqa.selenium.support.ui.Select(see(list)).selectByValue(value);
    }

    String text(By what) {
        return see(what).getText();
    }

    String page() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Keeps a picture of what a person sees now, under target/screenshots. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("sandbox.screenshots")));
            Files.write(folder.resolve(name + ".png"), ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    WebDriver driver() {
        return driver;
    }

    /** No page may have had a script that failed. */
    @Override
    public void close() {
        List<String> failed = driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage)
                .filter(message -> message.contains("Uncaught")).distinct().toList();
        driver.quit();
        if (!failed.isEmpty()) {
            throw new AssertionError("Scripts failed: " + failed);
        }
    }
}

package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertTrue;

import java.io.File;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.Assume;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * One headless Chromium for all tests of a run: a test gets it as if it had just been started. Skipped where it is missing, unless
 * DG_NO_SKIP forbids that.
 */
final class Chromium {

    /** Held so that its level is: tests use the three commands of the DevTools protocol that no version has changed. */
    private static final Logger CDP_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private static ChromeDriver running;

    private Chromium() {
    }

    /** Chromium without a page, cookies, a font of its own or messages of an earlier test. */
    static synchronized ChromeDriver fresh() {
        if (running != null) {
            try {
                clear(running);
                return running;
            } catch (WebDriverException e) {
                // a browser that went down with one test is not to fail the rest
                running.quit();
            }
        }
        ChromeDriver started = start();
        if (running == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(Chromium::quit));
        }
        running = started;
        return started;
    }

    private static synchronized void quit() {
        running.quit();
    }

    private static void clear(ChromeDriver driver) {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        driver.manage().logs().get(LogType.BROWSER);
    }

    private static ChromeDriver start() {
        CDP_VERSIONS.setLevel(Level.SEVERE);
        File chromium = find("chromium");
        File chromedriver = find("chromedriver");
        require("Chromium", chromium != null);
        require("ChromeDriver", chromedriver != null);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--lang=en-US", "--force-device-scale-factor=1");
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver).usingAnyFreePort().build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
        return driver;
    }

    /** Skips the test where this is missing; fails it where skipping is forbidden. */
    static void require(String need, boolean installed) {
        if ("true".equals(System.getenv("DG_NO_SKIP"))) {
            assertTrue(need + " is not installed and skipping is forbidden (DG_NO_SKIP)", installed);
        }
        Assume.assumeTrue(need + " is not installed", installed);
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
}

package dev.contactcenter.springrelyingparty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application; what it is connected to comes as arguments, see {@code application.properties}. */
@SpringBootApplication(proxyBeanMethods = false)
public class RelyingPartyApplication {

    /** Runs until it is ended. */
    public static void main(String[] arguments) {
        SpringApplication.run(RelyingPartyApplication.class, arguments);
    }
}

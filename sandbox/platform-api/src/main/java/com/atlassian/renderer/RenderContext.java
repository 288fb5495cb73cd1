package com.atlassian.renderer;

public class RenderContext implements RenderContextOutputType {
    private String outputType = DISPLAY;

    public RenderContext() {
    }

    public String getOutputType() {
        return outputType;
    }

    public void setOutputType(String outputType) {
        this.outputType = outputType;
    }
}

export declare const root: string;
export declare function bundle(options: { entry: string; outfile: string; banner?: string }): Promise<void>;
export declare function endBundler(): Promise<void>;
